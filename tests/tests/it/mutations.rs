//! Random changes to good hits: the generated type, the engine and an
//! independent crate must go on agreeing.

use std::sync::LazyLock;

use hit_model::Hit;
use hit_model::{RulesContext, Validate};
use hit_runtime::number::json_eq;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{HITS, examples, random};

static GOOD: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let good = examples().into_iter().filter(|(_, _, good)| *good);
    good.map(|(_, text, _)| serde_json::from_str(&text).expect("JSON"))
        .collect()
});

/// Values that sit on the edges of what the schemas allow.
fn edges() -> Vec<Value> {
    let mut edges = vec![
        json!(null),
        json!(true),
        json!(false),
        json!([]),
        json!({}),
        json!([null]),
        json!({"a": {"b": []}}),
        json!(-2),
        json!(-1),
        json!(0),
        json!(1),
        json!(1.0),
        json!(-0.0),
        json!(0.5),
        json!(-1e-9),
        json!(2_147_483_647),
        json!(2_147_483_648_u32),
        json!(4_294_967_295_u32),
        json!(4_294_967_296_u64),
        json!(31_536_000),
        json!(31_536_000.5),
        json!(31_536_001),
        json!(1e300),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(9_007_199_254_740_993_i64),
    ];
    let words = [
        "",
        "a",
        "CLASSIC",
        "SSO",
        "classic",
        "TEXT",
        "FOLDER",
        "WALL",
        "PLAY",
        "VIEW",
        "CONNECTION",
        "HIT",
        "127.0.0.1",
        "256.0.0.1",
        "1.2.3",
        "::1",
        "::ffff:1.2.3.4",
        ":::",
        "1::2::3",
        "fe80::1%eth0",
        "2020-07-15T10:00:00",
        "2020-02-29T10:00:00Z",
        "2020-02-30T10:00:00Z",
        "2020-04-31T10:00:00",
        "2020-07-15T10:00:00.123456789+02:00",
        "2020-07-15 10:00:00",
        "2020-07-15T24:00:00",
        "é",
        "\u{1F600}",
        "a\u{0}b",
        "2020-07-15T10:00:00\n",
    ];
    edges.extend(words.map(Value::from));
    for length in [
        63, 64, 65, 128, 129, 200, 201, 254, 255, 2000, 2001, 4096, 4097,
    ] {
        edges.push("x".repeat(length).into());
        edges.push("\u{1F600}".repeat(length).into());
    }
    edges.extend([1000, 1001].map(|count| vec![json!({}); count].into()));
    edges.extend([1000, 1001, 10_000, 10_001].map(|count| vec![json!("m"); count].into()));
    edges
}

static EDGES: LazyLock<Vec<Value>> = LazyLock::new(edges);

/// One change; the numbers choose where, modulo what is there.
#[derive(Clone, Debug)]
enum Change {
    Replace(usize, usize),
    Remove(usize),
    Insert(usize, String, usize),
    /// Copies a value over another.
    Move(usize, usize),
    Rename(usize, String),
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::sample::select(vec![
            "type",
            "date",
            "ip",
            "users",
            "origin",
            "userId",
            "play",
            "ranges",
            "start",
            "end",
            "connection",
            "mode",
            "Type",
            "sessionID",
            "extra",
            "",
            "r#type",
            "$ref",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,4}",
    ]
}

fn change() -> impl Strategy<Value = Change> {
    let at = 0..10_000_usize;
    prop_oneof![
        4 => (at.clone(), at.clone()).prop_map(|(at, edge)| Change::Replace(at, edge)),
        2 => at.clone().prop_map(Change::Remove),
        2 => (at.clone(), name(), at.clone()).prop_map(|(at, name, edge)| Change::Insert(at, name, edge)),
        1 => (at.clone(), at.clone()).prop_map(|(from, to)| Change::Move(from, to)),
        1 => (at, name()).prop_map(|(at, name)| Change::Rename(at, name)),
    ]
}

/// Pointers to all values of a document, at most a thousand.
fn places(value: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut next = 0;
    while next < found.len() && found.len() < 1000 {
        let at = found[next].clone();
        match value.pointer(&at) {
            Some(Value::Object(members)) => {
                let escape = |name: &String| name.replace('~', "~0").replace('/', "~1");
                found.extend(members.keys().map(|name| format!("{at}/{}", escape(name))));
            }
            Some(Value::Array(items)) => {
                found.extend((0..items.len().min(3)).map(|index| format!("{at}/{index}")))
            }
            _ => {}
        }
        next += 1;
    }
    found
}

fn pick<T: Clone>(of: &[T], at: usize) -> T {
    of[at % of.len()].clone()
}

fn apply(value: &mut Value, change: &Change) {
    let places = places(value);
    match change {
        Change::Replace(at, edge) => set(value, &pick(&places, *at), pick(&EDGES, *edge)),
        Change::Move(from, to) => {
            let moved = value
                .pointer(&pick(&places, *from))
                .cloned()
                .unwrap_or_default();
            set(value, &pick(&places, *to), moved);
        }
        Change::Remove(at) => drop(remove(value, &pick(&places, *at))),
        Change::Insert(at, name, edge) => {
            insert(value, &pick(&places, *at), name, pick(&EDGES, *edge))
        }
        Change::Rename(at, name) => {
            let place = pick(&places, *at);
            if let Some(taken) = remove(value, &place) {
                let parent = place.rsplit_once('/').map_or("", |(parent, _)| parent);
                insert(value, parent, name, taken);
            }
        }
    }
}

fn set(value: &mut Value, place: &str, new: Value) {
    if let Some(slot) = value.pointer_mut(place) {
        *slot = new;
    }
}

fn remove(value: &mut Value, place: &str) -> Option<Value> {
    let (parent, last) = place.rsplit_once('/')?;
    match value.pointer_mut(parent)? {
        Value::Object(members) => members.remove(&last.replace("~1", "/").replace("~0", "~")),
        Value::Array(items) => Some(items.remove(last.parse().ok()?)),
        _ => None,
    }
}

fn insert(value: &mut Value, place: &str, name: &str, new: Value) {
    match value.pointer_mut(place) {
        Some(Value::Object(members)) => drop(members.insert(name.to_owned(), new)),
        Some(Value::Array(items)) => items.push(new),
        _ => {}
    }
}

/// Holds what the three judges say against each other; whether they accept.
fn judge(value: &Value) -> Result<bool, TestCaseError> {
    let text = serde_json::to_vec(value).expect("a value can be written");
    let parsed = serde_json::from_slice::<Hit>(&text);
    let shown = String::from_utf8_lossy(&text);
    let schema = HITS.independent(value);
    let accepted = schema && HITS.rules_hold(value);
    prop_assert_eq!(
        parsed.is_ok(),
        accepted,
        "type: {:?}\n{}",
        parsed.err(),
        shown
    );
    prop_assert_eq!(HITS.engine(value), schema, "engine\n{}", shown);
    prop_assert_eq!(
        serde_json::from_value::<Hit>(value.clone()).is_ok(),
        accepted,
        "from a value\n{}",
        shown
    );
    if let Ok(hit) = parsed {
        let written = serde_json::to_value(&hit).expect("JSON");
        prop_assert!(
            json_eq(&written, value),
            "there and back\n{}\n{}",
            value,
            written
        );
        prop_assert!(hit.validate(&RulesContext::default()).is_ok());
    } else {
        prop_assert!(
            !hit_model::explain(&shown).is_ok(),
            "refused without a reason\n{}",
            shown
        );
    }
    Ok(accepted)
}

proptest! {
    #![proptest_config(random(600))]

    #[test]
    fn judges_agree_on_changed_hits(at in 0..10_000_usize, changes in proptest::collection::vec(change(), 1..4)) {
        let mut value = pick(&GOOD, at);
        for change in &changes {
            apply(&mut value, change);
        }
        judge(&value)?;
    }

    #[test]
    fn a_changed_hit_is_judged_like_its_text(
        at in 0..10_000_usize, text in "\\PC{0,70}", number in any::<i32>(), what in 0..6_u8,
    ) {
        let mut hit: Hit = serde_json::from_value(pick(&GOOD, at)).expect("a good hit");
        change_fields(&mut hit, what, text, number);
        let value = serde_json::to_value(&hit).expect("JSON");
        let report = hit.validate(&RulesContext::default());
        let accepted = HITS.independent(&value) && HITS.rules_hold(&value);
        prop_assert_eq!(report.is_ok(), accepted, "{:?}\n{}", report, value);
        prop_assert_eq!(report.is_ok(), serde_json::from_value::<Hit>(value).is_ok());
    }
}

fn change_fields(hit: &mut Hit, what: u8, text: String, number: i32) {
    macro_rules! common {
        ($hit:expr) => {
            match what {
                0 => $hit.session_id = text,
                1 => $hit.origin = Some(number),
                2 => $hit.ip = text,
                3 => $hit.date = text,
                4 => $hit.users.clear(),
                _ => drop($hit.extra.insert(text, number.into())),
            }
        };
    }
    match hit {
        Hit::Connection(hit) => common!(hit),
        Hit::Download(hit) => common!(hit),
        Hit::Play(hit) => common!(hit),
        Hit::Search(hit) => common!(hit),
        Hit::Upload(hit) => common!(hit),
        Hit::View(hit) => common!(hit),
    }
}

#[test]
fn changes_give_both_verdicts() {
    let (mut accepted, mut refused) = (0, 0);
    for (index, edge) in EDGES.iter().enumerate() {
        for good in GOOD.iter().take(6) {
            let mut value = good.clone();
            apply(&mut value, &Change::Insert(0, "origin".to_owned(), index));
            match judge(&value).unwrap_or_else(|error| panic!("{edge}: {error}")) {
                true => accepted += 1,
                false => refused += 1,
            }
        }
    }
    assert!(
        accepted > 20 && refused > 20,
        "{accepted} accepted, {refused} refused"
    );
}
