//! `unevaluatedProperties`, `unevaluatedItems`.

use super::*;

#[test]
fn unevaluated_properties_see_through_combinations() {
    let mut b = Builder::new();
    let never = b.never();
    let any = b.any();
    let number = b.typed(TypeSet::NUMBER);
    let props = |b: &mut Builder, list: &[&str]| {
        b.node(vec![(
            "properties",
            Kind::Properties(list.iter().map(|name| ((*name).into(), any)).collect()),
        )])
    };
    let (a, c, d, e) = (
        props(&mut b, &["a"]),
        props(&mut b, &["c"]),
        props(&mut b, &["d"]),
        props(&mut b, &["e"]),
    );
    let needs_c = b.node(vec![
        ("required", Kind::Required(names(&["c"]))),
        ("$ref", Kind::Ref(c)),
    ]);
    let needs_d = b.node(vec![
        ("required", Kind::Required(names(&["d"]))),
        ("$ref", Kind::Ref(d)),
    ]);
    let base = b.node(vec![(
        "properties",
        Kind::Properties(vec![("base".into(), number)]),
    )]);
    let root = b.node(vec![
        ("$ref", Kind::Ref(base)),
        ("allOf", Kind::AllOf(vec![a])),
        ("anyOf", Kind::AnyOf(vec![any, needs_c])),
        (
            "if",
            Kind::If {
                test: needs_d,
                then: None,
                otherwise: None,
            },
        ),
        (
            "dependentSchemas",
            Kind::DependentSchemas(vec![("x".into(), e)]),
        ),
        (
            "patternProperties",
            Kind::PatternProperties(vec![(Pattern("^x".into()), any)]),
        ),
        ("unevaluatedProperties", Kind::UnevaluatedProperties(never)),
    ]);
    let negated = b.node(vec![
        ("not", Kind::Not(a)),
        ("unevaluatedProperties", Kind::UnevaluatedProperties(never)),
    ]);
    let cousin = b.node(vec![(
        "unevaluatedProperties",
        Kind::UnevaluatedProperties(never),
    )]);
    let cousins = b.node(vec![("allOf", Kind::AllOf(vec![a, cousin]))]);
    let nested = b.node(vec![(
        "unevaluatedProperties",
        Kind::UnevaluatedProperties(number),
    )]);
    let outer = b.node(vec![
        ("allOf", Kind::AllOf(vec![nested])),
        ("unevaluatedProperties", Kind::UnevaluatedProperties(never)),
    ]);
    let checker = b.checker();
    assert!(
        says(
            &checker,
            root,
            &json!({"a": 1, "base": 1, "c": 1, "d": 1, "x": 1, "xy": 2, "e": 3})
        )
        .is_empty()
    );
    assert_eq!(
        says(&checker, root, &json!({"a": 1, "e": 3, "f": 1})).len(),
        2
    );
    assert_eq!(
        says(&checker, root, &json!({"base": "no", "z": 1})),
        [
            "type /base expected a number, found \"no\"",
            "unevaluatedProperties /z unknown member \"z\"",
        ]
    );
    assert!(!checker.is_valid(negated, &json!({"a": 1})));
    assert!(!checker.is_valid(cousins, &json!({"a": 1})));
    assert!(checker.is_valid(outer, &json!({"q": 1})));
    assert!(!checker.is_valid(outer, &json!({"q": "x"})));
}

#[test]
fn unevaluated_beyond_64_members() {
    let mut b = Builder::new();
    let never = b.never();
    let any = b.any();
    let root = b.node(vec![
        (
            "patternProperties",
            Kind::PatternProperties(vec![(Pattern("^k".into()), any)]),
        ),
        ("unevaluatedProperties", Kind::UnevaluatedProperties(never)),
    ]);
    let checker = b.checker();
    let mut members: serde_json::Map<String, Value> =
        (0..300).map(|n| (format!("k{n}"), json!(n))).collect();
    assert!(says(&checker, root, &Value::Object(members.clone())).is_empty());
    members.insert("zz".into(), json!(1));
    assert_eq!(says(&checker, root, &Value::Object(members)).len(), 1);
}

#[test]
fn unevaluated_items() {
    let mut b = Builder::new();
    let never = b.never();
    let string = b.typed(TypeSet::STRING);
    let number = b.typed(TypeSet::NUMBER);
    let mut with = |evaluates| {
        b.node(vec![
            ("prefixItems", Kind::PrefixItems(vec![string])),
            (
                "contains",
                Kind::Contains {
                    node: number,
                    min: 1,
                    max: None,
                    evaluates,
                },
            ),
            ("unevaluatedItems", Kind::UnevaluatedItems(never)),
        ])
    };
    let (newer, older) = (with(true), with(false));
    let checker = b.checker();
    assert!(says(&checker, newer, &json!(["a", 1, 2])).is_empty());
    assert_eq!(
        says(&checker, newer, &json!(["a", 1, "b"])),
        ["unevaluatedItems /2 item 2 is one too many: no rule speaks of it"]
    );
    assert_eq!(says(&checker, older, &json!(["a", 1])).len(), 1);
}
