//! Rules of every kind, lowered to Rust: what they say is what the interpreter says.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use hit_rules::schema::{Outside, Rules};
use hit_runtime::check::{Checker, NodeId};
use hit_runtime::{NotEvaluated, Report, Validate, Violation, from_slice};
use hit_schema::load::NoLoader;
use hit_schema::{Entry, Options, compile};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::random;

mod ruled {
    #![allow(missing_docs)]
    hit_macro::include_schema!("schemas/ruled.json");
}

use ruled::{Ruled, RulesContext};

struct Interpreted {
    rules: Rules,
    checker: Checker,
    root: NodeId,
}

static INTERPRETED: LazyLock<Interpreted> =
    LazyLock::new(|| Interpreted::of(include_str!("../../schemas/ruled.json")));

impl Interpreted {
    fn of(text: &str) -> Self {
        let options = Options::default();
        let entry = Entry::text("schema.json", text);
        let compiled = compile(&[entry], &NoLoader, &options).expect("a schema");
        Self {
            rules: hit_rules::schema::compile(&compiled, &NoLoader, &options).expect("rules"),
            root: compiled.roots[0].node,
            checker: compiled.program.prepare().expect("a program"),
        }
    }

    fn says(&self, value: &Value, outside: &Outside<'_>) -> Report {
        let mut report = self.checker.check(self.root, value);
        let verdict = self
            .rules
            .check(&self.checker, self.root, value, outside, &report);
        report.violations.extend(verdict.violations);
        report.not_evaluated.extend(verdict.not_evaluated);
        report
    }
}

type Said = (
    BTreeSet<(String, String, String)>,
    BTreeSet<(String, String, String)>,
);

fn said(report: &Report) -> Said {
    let violation = |it: &Violation| (it.code.clone(), it.instance.to_string(), it.message.clone());
    let open = |it: &NotEvaluated| {
        (
            it.id.clone(),
            it.instance.to_string(),
            it.reason.to_string(),
        )
    };
    (
        report.violations.iter().map(violation).collect(),
        report.not_evaluated.iter().map(open).collect(),
    )
}

/// Holds what generated code says of a document against what the interpreter says.
fn judge(value: &Value, old: &Value, context: &Value) -> Result<bool, TestCaseError> {
    let text = value.to_string();
    let reading = Outside {
        reading: true,
        ..Outside::default()
    };
    let wanted = INTERPRETED.says(value, &reading);
    let parsed = match from_slice::<Ruled>(text.as_bytes()) {
        Ok(parsed) => parsed,
        Err(report) => {
            prop_assert!(!wanted.is_ok(), "refused: {:?}\n{}", report, text);
            prop_assert_eq!(said(&report), said(&wanted), "{}", text);
            return Ok(false);
        }
    };
    prop_assert!(wanted.is_ok(), "accepted: {:?}\n{}", wanted, text);
    let ctx: RulesContext = serde_json::from_value(context.clone()).expect("a context");
    let outside = Outside {
        context: Some(context),
        ..Outside::default()
    };
    let (report, wanted) = (parsed.validate(&ctx), INTERPRETED.says(value, &outside));
    prop_assert_eq!(said(&report), said(&wanted), "{}\n{}", text, context);
    if let Ok(before) = from_slice::<Ruled>(old.to_string().as_bytes()) {
        let outside = Outside {
            old: Some(old),
            ..outside
        };
        let (report, wanted) = (
            parsed.validate_update(&before, &ctx),
            INTERPRETED.says(value, &outside),
        );
        prop_assert_eq!(
            said(&report),
            said(&wanted),
            "{}\nafter {}\n{}",
            text,
            old,
            context
        );
    }
    Ok(true)
}

fn number() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => (-3..70_i64).prop_map(|n| json!(n)),
        2 => (-3..9_i64).prop_map(|n| json!(n as f64 / 2.0)),
        1 => prop_oneof![Just(json!(i64::MAX)), Just(json!(i64::MIN)), Just(json!(1e300)), Just(json!("1"))],
    ]
}

fn word() -> impl Strategy<Value = Value> {
    const WORDS: [&str; 14] = [
        "a",
        "b",
        "ab",
        "bad",
        "12",
        "",
        "LIVE",
        "@x",
        "a,b,c",
        "1h",
        "2h",
        "x",
        "https://e.org/",
        "é😀",
    ];
    proptest::sample::select(&WORDS[..]).prop_map(|word| json!(word))
}

fn range() -> impl Strategy<Value = Value> {
    (number(), number(), proptest::option::weighted(0.3, word())).prop_map(|(start, end, label)| {
        let mut range = json!({ "start": start, "end": end });
        range
            .as_object_mut()
            .expect("an object")
            .extend(label.map(|label| ("label".to_owned(), label)));
        range
    })
}

fn shape() -> impl Strategy<Value = Value> {
    prop_oneof![
        number().prop_map(|radius| json!({ "kind": "circle", "radius": radius })),
        (number(), number())
            .prop_map(|(width, height)| json!({ "kind": "box", "width": width, "height": height })),
    ]
}

fn members() -> impl Strategy<Value = Vec<(String, Value)>> {
    let key = prop_oneof![
        Just("X-Key".to_owned()),
        Just("X-A".to_owned()),
        Just("Other".to_owned())
    ];
    let secret = prop_oneof![Just(json!("secret")), word()];
    let member = prop_oneof![
        2 => number().prop_map(|value| ("count", value)),
        2 => number().prop_map(|value| ("limit", value)),
        2 => prop_oneof![number(), Just(Value::Null)].prop_map(|value| ("small", value)),
        2 => word().prop_map(|value| ("social", value)),
        1 => word().prop_map(|value| ("pause", value)),
        1 => word().prop_map(|value| ("code", value)),
        1 => prop_oneof![word(), Just(Value::Null)].prop_map(|value| ("any", value)),
        2 => shape().prop_map(|value| ("shape", value)),
        3 => proptest::collection::vec(range(), 0..3).prop_map(|ranges| ("ranges", json!(ranges))),
        3 => proptest::collection::vec(word(), 0..4).prop_map(|tags| ("tags", json!(tags))),
        2 => proptest::collection::btree_map(key.clone(), secret, 0..3).prop_map(|map| ("headers", json!(map))),
        1 => proptest::collection::btree_map(key, range(), 0..3).prop_map(|map| ("byName", json!(map))),
        2 => (word(), proptest::sample::select(&[80, 443, 8080, 9999][..]))
            .prop_map(|(url, port)| ("origin", json!({ "url": url, "port": port }))),
        1 => word().prop_map(|url| ("origin", json!({ "url": url }))),
        1 => proptest::sample::select(&["LIVE", "VOD", "X"][..]).prop_map(|kind| ("kind", json!(kind))),
    ];
    proptest::collection::vec(
        member.prop_map(|(name, value)| (name.to_owned(), value)),
        0..5,
    )
}

fn document() -> impl Strategy<Value = Value> {
    let one = || {
        members().prop_map(|members| {
            let mut value = json!({ "duration": 2.5, "kind": "VOD", "count": 1, "ranges": [], "tags": [], "headers": {} });
            value.as_object_mut().expect("an object").extend(members);
            value
        })
    };
    (one(), proptest::option::weighted(0.2, one())).prop_map(|(mut outer, inner)| {
        outer
            .as_object_mut()
            .expect("an object")
            .extend(inner.map(|inner| ("next".to_owned(), inner)));
        outer
    })
}

fn context() -> impl Strategy<Value = Value> {
    let part = prop_oneof![
        Just(("videoLength", json!(3))),
        Just(("lengths", json!({ "a": 1.5, "b": 0 }))),
        Just(("names", json!({ "LIVE": "bad" }))),
        Just(("names", json!({ "VOD": "good" }))),
        Just(("users", json!(["VOD"]))),
        Just(("users", json!([]))),
    ];
    proptest::collection::vec(part, 0..5).prop_map(|parts| {
        parts
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect::<serde_json::Map<_, _>>()
            .into()
    })
}

proptest! {
    #![proptest_config(random(1500))]

    #[test]
    fn compiled_and_interpreted_rules_agree(value in document(), old in document(), context in context()) {
        judge(&value, &old, &context)?;
    }
}

#[test]
fn bad_input_is_a_violation_with_the_rules_id() {
    let good = json!({ "duration": 2.5, "kind": "VOD", "count": 1, "ranges": [], "tags": [], "headers": {} });
    let with = |name: &str, value: Value| {
        let mut changed = good.clone();
        changed[name] = value;
        changed
    };
    let refused = |value: &Value, id: &str| {
        let report = from_slice::<Ruled>(value.to_string().as_bytes()).expect_err("it is refused");
        let found = report.violations.iter().find(|it| it.code == id);
        let found = found.unwrap_or_else(|| panic!("{id}: {report:?}"));
        judge(value, &good, &json!({})).expect("both say the same");
        found.message.clone()
    };
    assert_eq!(
        refused(&with("count", json!(0)), "divide"),
        "division by zero evaluating rule: self.kind == 'LIVE' || 100 / self.count >= 0"
    );
    assert!(refused(&with("count", json!(i64::MAX)), "overflow").contains("overflow"));
    // Many elements, and more nesting than is read.
    let many = with("tags", Value::Array(vec![json!("1"); 100_000]));
    assert!(from_slice::<Ruled>(many.to_string().as_bytes()).is_err());
    let mut deep = good.to_string();
    for _ in 0..200 {
        deep = format!(
            "{},\"next\":{deep}}}",
            good.to_string().trim_end_matches('}')
        );
    }
    let report = from_slice::<Ruled>(deep.as_bytes()).expect_err("too deep");
    assert_eq!(report.violations[0].code, "json");
    assert!(judge(&good, &good, &json!({})).expect("both say the same"));
    // `null` and absent are the same to `has`.
    assert!(judge(&with("small", Value::Null), &good, &json!({})).expect("both say the same"));
}

mod resource {
    #![allow(missing_docs)]
    hit_macro::include_schema!("schemas/resource.json");
}

static RESOURCES: LazyLock<Interpreted> =
    LazyLock::new(|| Interpreted::of(include_str!("../../schemas/resource.json")));

fn judge_resource(value: &Value, old: &Value) -> Result<bool, TestCaseError> {
    let text = value.to_string();
    let reading = Outside {
        reading: true,
        ..Outside::default()
    };
    let wanted = RESOURCES.says(value, &reading);
    let parsed = match from_slice::<resource::Resource>(text.as_bytes()) {
        Ok(parsed) => parsed,
        Err(report) => {
            prop_assert!(!wanted.is_ok(), "refused: {:?}\n{}", report, text);
            prop_assert_eq!(said(&report), said(&wanted), "{}", text);
            return Ok(false);
        }
    };
    prop_assert!(wanted.is_ok(), "accepted: {:?}\n{}", wanted, text);
    if let Ok(before) = from_slice::<resource::Resource>(old.to_string().as_bytes()) {
        let outside = Outside {
            old: Some(old),
            ..Outside::default()
        };
        let report = parsed.validate_update(&before, &hit_runtime::NoContext);
        let wanted = RESOURCES.says(value, &outside);
        prop_assert_eq!(said(&report), said(&wanted), "{}\nafter {}", text, old);
    }
    Ok(true)
}

fn time() -> impl Strategy<Value = Value> {
    const TIMES: [&str; 4] = [
        "2023-03-13T11:34:06Z",
        "2024-03-13T11:34:06+01:00",
        "2024-02-30T00:00:00Z",
        "yesterday",
    ];
    proptest::sample::select(&TIMES[..]).prop_map(|time| json!(time))
}

fn resources() -> impl Strategy<Value = Value> {
    let listener = (
        proptest::sample::select(&["a", "b", "c"][..]),
        proptest::sample::select(&[79, 80, 443][..]),
        proptest::option::of(any::<bool>()),
    );
    let listener = listener.prop_map(|(name, port, tls)| {
        let mut listener = json!({ "name": name, "port": port });
        let members = listener.as_object_mut().expect("an object");
        members.extend(tls.map(|tls| ("tls".to_owned(), json!(tls))));
        listener
    });
    let label = proptest::sample::select(&["kept", "other", "bad"][..]);
    let member = prop_oneof![
        number().prop_map(|value| ("replicas", value)),
        (0..9_i64).prop_map(|value| ("most", json!(value))),
        word().prop_map(|value| ("class", value)),
        prop_oneof![number(), Just(json!(u64::MAX)), Just(json!(1e30))]
            .prop_map(|value| ("spread", value)),
        time().prop_map(|value| ("since", value)),
        time().prop_map(|value| ("until", value)),
        proptest::collection::vec(word(), 0..3).prop_map(|value| ("names", json!(value))),
        proptest::collection::vec(listener, 0..3).prop_map(|value| ("listeners", json!(value))),
        proptest::collection::btree_map("[ab]", label, 0..3)
            .prop_map(|value| ("labels", json!(value))),
        prop_oneof![word(), number()].prop_map(|value| ("target", value)),
    ];
    let member = member.prop_map(|(name, value)| (name.to_owned(), value));
    let spec = proptest::collection::vec(member, 0..6);
    (spec, word()).prop_map(|(members, kind)| {
        let spec: serde_json::Map<_, _> = members.into_iter().collect();
        json!({ "apiVersion": "v1", "kind": kind, "metadata": { "name": "x" }, "spec": spec })
    })
}

proptest! {
    #![proptest_config(random(1500))]

    #[test]
    fn rules_of_a_resource_agree(value in resources(), old in resources()) {
        judge_resource(&value, &old)?;
    }
}

#[test]
fn the_value_before_is_found_by_the_keys_of_a_list() {
    let with = |ports: [(&str, u16); 2]| {
        let listeners = ports.map(|(name, port)| json!({ "name": name, "port": port }));
        json!({ "kind": "G", "spec": { "listeners": listeners } })
    };
    let read = |value: &Value| {
        from_slice::<resource::Resource>(value.to_string().as_bytes()).expect("a resource")
    };
    let (old, new) = (with([("a", 5), ("b", 9)]), with([("b", 8), ("a", 7)]));
    let report = read(&new).validate_update(&read(&old), &hit_runtime::NoContext);
    let found = report.violations.iter();
    let found: Vec<_> = found
        .map(|it| (it.instance.to_string(), it.message.clone()))
        .collect();
    assert_eq!(
        found,
        [(
            "/spec/listeners/0/port".to_owned(),
            "ports only grow".to_owned()
        )]
    );
}
