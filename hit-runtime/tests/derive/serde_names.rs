//! serde's attributes: names, tags, flattened and skipped fields, enums.

use std::collections::{BTreeMap, HashMap};

use hit_runtime::{NoContext, Report, Validate};
use serde::{Deserialize, Serialize};

fn codes(report: &Report) -> Vec<String> {
    let found = report.violations.iter();
    found
        .map(|it| format!("{} at {}", it.code, it.instance))
        .collect()
}

#[derive(Deserialize, Serialize, Validate)]
struct Base {
    #[schemars(length(min = 1))]
    id: String,
    session: Option<String>,
}

#[derive(Deserialize, Serialize, Validate)]
#[rule(id = "flat", expr(self.id != self.name))]
#[rule(id = "flat.optional", expr(!has(self.session) || self.session != "x"))]
struct Flat {
    name: String,
    #[serde(flatten)]
    base: Base,
    #[serde(flatten)]
    extra: BTreeMap<String, serde_json::Value>,
    #[serde(skip)]
    _cache: Vec<u8>,
}

#[test]
fn flattened_members_are_members_of_the_struct() {
    let flat: Flat =
        serde_json::from_str(r#"{ "name": "", "id": "", "session": "x" }"#).expect("it is one");
    assert_eq!(
        codes(&flat.validate(&NoContext)),
        ["minLength at /id", "flat.optional at "]
    );
    assert_eq!(flat.validate(&NoContext).not_evaluated[0].id, "flat");
    let flat: Flat = serde_json::from_str(r#"{ "name": "a", "id": "a" }"#).expect("it is one");
    assert_eq!(codes(&flat.validate(&NoContext)), ["flat at "]);
}

#[derive(Deserialize, Serialize, Validate)]
#[serde(
    tag = "type",
    rename_all = "SCREAMING_SNAKE_CASE",
    rename_all_fields = "camelCase"
)]
#[rule(id = "long", expr(self.type != "FULL_PLAY" || self.playedFor < 10.0))]
#[rule(id = "pages", expr(!has(self.pages) || self.pages > 0), path = "/pages")]
enum Tagged {
    FullPlay {
        #[schemars(range(min = 0))]
        played_for: f64,
        base: Base,
    },
    View {
        pages: u32,
    },
    Other(Base),
    Nothing,
}

#[test]
fn an_enum_with_a_tag_has_the_members_of_its_variants() {
    let read = |text: &str| {
        serde_json::from_str::<Tagged>(text)
            .expect(text)
            .validate(&NoContext)
    };
    let report = read(r#"{ "type": "FULL_PLAY", "playedFor": 11, "base": { "id": "" } }"#);
    assert_eq!(codes(&report), ["minLength at /base/id", "long at "]);
    let report = read(r#"{ "type": "VIEW", "pages": 0 }"#);
    assert_eq!(codes(&report), ["pages at /pages"]);
    assert_eq!(
        codes(&read(r#"{ "type": "OTHER", "id": "" }"#)),
        ["minLength at /id"]
    );
    assert!(read(r#"{ "type": "NOTHING" }"#).is_ok());
}

#[derive(Deserialize, Serialize, Validate)]
#[serde(rename_all = "snake_case")]
#[rule(id = "narrow", expr(!has(self.box) || self.box.width <= self.box.height))]
#[rule(id = "some", expr(!has(self.base) || self.base.id != "bad"))]
enum External {
    Box { width: u32, height: u32 },
    Base(Base),
    Pair(Base, Base),
    Empty,
}

#[test]
fn an_enum_without_a_tag_has_a_member_a_variant() {
    let read = |text: &str| {
        serde_json::from_str::<External>(text)
            .expect(text)
            .validate(&NoContext)
    };
    assert_eq!(
        codes(&read(r#"{ "box": { "width": 2, "height": 1 } }"#)),
        ["narrow at "]
    );
    assert_eq!(
        codes(&read(r#"{ "base": { "id": "" } }"#)),
        ["minLength at /base/id"]
    );
    assert_eq!(codes(&read(r#"{ "base": { "id": "bad" } }"#)), ["some at "]);
    assert_eq!(
        codes(&read(r#"{ "pair": [{ "id": "a" }, { "id": "" }] }"#)),
        ["minLength at /pair/1/id"]
    );
    assert!(read(r#""empty""#).is_ok());
}

#[derive(Deserialize, Serialize, Validate)]
#[serde(tag = "kind", content = "value")]
#[rule(id = "kind", expr(self.kind in ["One", "Many"]))]
enum Adjacent {
    One(Base),
    Many { of: Vec<Base> },
    Odd,
}

#[derive(Deserialize, Serialize, Validate)]
#[serde(untagged)]
#[rule(id = "either", expr(has(self.a) != has(self.b)))]
enum Untagged {
    A { a: u8 },
    B { b: Base },
}

#[test]
fn other_tags() {
    let read = |text: &str| {
        serde_json::from_str::<Adjacent>(text)
            .expect(text)
            .validate(&NoContext)
    };
    assert_eq!(
        codes(&read(r#"{ "kind": "One", "value": { "id": "" } }"#)),
        ["minLength at /value/id"]
    );
    assert_eq!(
        codes(&read(
            r#"{ "kind": "Many", "value": { "of": [{ "id": "" }] } }"#
        )),
        ["minLength at /value/of/0/id"]
    );
    assert_eq!(codes(&read(r#"{ "kind": "Odd" }"#)), ["kind at "]);
    let read = |text: &str| {
        serde_json::from_str::<Untagged>(text)
            .expect(text)
            .validate(&NoContext)
    };
    assert!(read(r#"{ "a": 1 }"#).is_ok());
    assert_eq!(
        codes(&read(r#"{ "b": { "id": "" } }"#)),
        ["minLength at /b/id"]
    );
}

#[derive(Deserialize, Serialize, Validate)]
#[serde(transparent)]
#[rule(id = "seconds", expr(self >= 0.0))]
struct Seconds(f64);

#[derive(Clone, Copy, Deserialize, Serialize, Validate)]
#[serde(rename_all = "kebab-case")]
enum Mode {
    FullScreen,
    Small,
}

/// With parameters.
#[derive(Deserialize, Serialize, Validate)]
#[rule(id = "page", expr(size(self.items) <= self.most))]
struct Page<'a, T> {
    most: u8,
    items: Vec<T>,
    #[serde(borrow)]
    note: std::borrow::Cow<'a, str>,
}

#[derive(Deserialize, Serialize, Validate)]
#[rule(id = "mode", expr(self.mode == "full-screen" && self.modes.all(m, m != self.mode)))]
#[rule(id = "length", expr(self.length > 1 && self.by_name.all(k, size(k) == 1)), path = "/length")]
#[rule(id = "crate", expr(self.crate == 1 && self.fn == 2))]
struct Odd {
    mode: Mode,
    modes: Vec<Mode>,
    length: Seconds,
    by_name: HashMap<String, Seconds>,
    #[serde(rename = "crate")]
    krate: u8,
    r#fn: u8,
}

#[test]
fn transparent_values_and_words_are_what_json_has() {
    let odd: Odd = serde_json::from_str(
        r#"{ "mode": "full-screen", "modes": ["small", "full-screen"], "length": -1,
             "by_name": { "b": -2, "a": -3 }, "crate": 1, "fn": 2 }"#,
    )
    .expect("it is one");
    assert_eq!(
        codes(&odd.validate(&NoContext)),
        [
            "seconds at /length",
            "seconds at /by_name/a",
            "seconds at /by_name/b",
            "mode at /modes/1",
            "length at /length",
        ]
    );
}

#[test]
fn types_with_parameters() {
    let read = |text: &'static str| serde_json::from_str::<Page<'_, Base>>(text).expect(text);
    let page = read(r#"{ "most": 1, "items": [{ "id": "" }], "note": "n" }"#);
    assert_eq!(
        codes(&page.validate(&NoContext)),
        ["minLength at /items/0/id"]
    );
    let page = read(r#"{ "most": 0, "items": [{ "id": "a" }], "note": "n" }"#);
    assert_eq!(codes(&page.validate(&NoContext)), ["page at "]);
}
