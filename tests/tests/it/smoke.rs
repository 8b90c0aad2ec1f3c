//! Random schemas of 2020-12 and texts through every entry point; schemas of other
//! drafts, and more of each, are made in `prove`.

use hit_runtime::check::Checker;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{compiled, generated, random};

fn leaf() -> impl Strategy<Value = Value> {
    let kinds = vec![
        "string", "integer", "number", "boolean", "null", "array", "object",
    ];
    prop_oneof![
        Just(json!(true)),
        Just(json!(false)),
        Just(json!({})),
        proptest::sample::select(kinds.clone()).prop_map(|kind| json!({"type": kind})),
        proptest::sample::subsequence(kinds, 1..4).prop_map(|kinds| json!({"type": kinds})),
        (any::<i64>(), any::<i64>()).prop_map(|(low, high)| json!({"type": "integer", "minimum": low.min(high), "maximum": low.max(high)})),
        (-1e9..1e9_f64).prop_map(|low| json!({"type": "number", "exclusiveMinimum": low, "multipleOf": 0.5})),
        (0..5_u8, 0..9_u8).prop_map(|(low, high)| json!({"type": "string", "minLength": low, "maxLength": high})),
        "[a-c.*+?()\\[\\]|^$]{0,6}".prop_map(|pattern| json!({"type": "string", "pattern": pattern})),
        "\\PC{0,3}".prop_map(|word| json!({"const": word})),
        proptest::collection::vec("[a-c]{0,2}", 1..4).prop_map(|words| json!({"enum": words})),
        Just(json!({"$ref": "#"})),
        Just(json!({"$ref": "#/$defs/a"})),
        Just(json!({"enum": [1, 1.0, null, [], {}]})),
    ]
}

fn branch(inner: impl Strategy<Value = Value> + Clone + 'static) -> impl Strategy<Value = Value> {
    let several = proptest::collection::vec(inner.clone(), 1..4);
    let word = proptest::sample::select(vec!["a", "b", "type", "*/"]);
    let list = proptest::sample::select(vec!["allOf", "anyOf", "oneOf", "prefixItems"]);
    let one = vec![
        "not",
        "items",
        "contains",
        "additionalProperties",
        "propertyNames",
        "unevaluatedProperties",
        "unevaluatedItems",
        "if",
    ];
    let one = proptest::sample::select(one);
    prop_oneof![
        (list, several.clone()).prop_map(|(keyword, schemas)| json!({keyword: schemas})),
        (one, inner.clone()).prop_map(|(keyword, schema)| json!({keyword: schema})),
        (word.clone(), inner.clone(), inner.clone())
            .prop_map(|(name, one, other)| json!({"type": "object", "properties": {name: one, "z": other}, "required": [name]})),
        (word, inner.clone()).prop_map(|(name, one)| json!({"patternProperties": {"^[a-c]": one}, "dependentRequired": {name: ["q"]}})),
        (inner.clone(), inner).prop_map(|(one, other)| {
            let mut merged = one;
            if let (Value::Object(merged), Value::Object(other)) = (&mut merged, other) {
                merged.extend(other);
            }
            merged
        }),
        several.prop_map(|schemas| json!({"type": "array", "prefixItems": schemas, "minItems": 1, "uniqueItems": true})),
    ]
}

fn schema() -> impl Strategy<Value = Value> {
    let any = leaf().prop_recursive(4, 24, 4, branch);
    (any.clone(), any).prop_map(|(mut root, definition)| {
        if let Value::Object(members) = &mut root {
            members.insert("$defs".to_owned(), json!({"a": definition}));
        }
        root
    })
}

fn instance() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-1e9..1e9_f64).prop_map(Value::from),
        "[a-c]{0,4}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        let name = proptest::sample::select(vec!["a", "b", "z", "q", "type", "*/"])
            .prop_map(str::to_owned);
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            proptest::collection::btree_map(name, inner, 0..3)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// The engine for a schema, where there is one.
fn checker(schema: &str) -> Option<(Checker, u32)> {
    let compiled = compiled(schema).ok()?;
    let root = compiled.roots.first()?.node;
    Some((compiled.program.prepare().ok()?, root))
}

proptest! {
    #![proptest_config(random(400))]

    #[test]
    fn generated_code_is_rust(schema in schema()) {
        if let Ok(code) = generated(&schema.to_string()) {
            prop_assert!(syn::parse_file(&code.text).is_ok(), "{}\n{}", schema, code.text);
        }
    }

    #[test]
    fn the_engine_agrees_with_an_independent_crate(schema in schema(), instances in proptest::collection::vec(instance(), 8)) {
        let (Some((checker, root)), Ok(other)) = (checker(&schema.to_string()), jsonschema::validator_for(&schema)) else {
            return Ok(());
        };
        for instance in &instances {
            let report = checker.check(root, instance);
            prop_assert_eq!(report.is_ok(), other.is_valid(instance), "{}\n{}\n{:?}", schema, instance, report);
        }
    }

    #[test]
    fn any_bytes_are_no_reason_to_panic(bytes in proptest::collection::vec(any::<u8>(), 0..60), text in "[\\[\\]{}\",:0-9a-z$#/ ]{0,60}") {
        for bytes in [bytes, text.into_bytes()] {
            let _ = hit_schema::compile(
                &[hit_schema::Entry::text("x.json", bytes.clone())], &hit_schema::load::NoLoader, &hit_schema::Options::default(),
            );
            let _ = hit_model::Hit::from_slice(&bytes);
        }
    }
}
