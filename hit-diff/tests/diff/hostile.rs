//! Schemas that are made to take long: every comparison ends, and says how.

use hit_diff::{Budget, Mode, SampleSettings, Settings, check, compare, sample};
use serde_json::{Map, Value, json};

use crate::support::schema;

/// Compares both ways, lists changes and makes samples: what comes of it is not
/// asked, but that it comes.
fn ends(old: &Value, new: &Value) {
    let budget = Budget {
        steps: 8_000,
        ..Budget::default()
    };
    let [old, new] = [old, new].map(|text| schema("hostile", &text.to_string()));
    for mode in [Mode::Backward, Mode::Full] {
        check(&old, &new, mode, budget);
    }
    let settings = Settings {
        budget,
        ..Settings::default()
    };
    compare(&old, &new, settings);
    let asked = SampleSettings {
        budget,
        ..SampleSettings::default()
    };
    // There may be none.
    let _ = sample(&old, asked);
}

/// Definitions that each refer to the next.
fn chain(length: usize, last: &Value) -> Value {
    let name = |at: usize| format!("d{at}");
    let mut definitions: Map<String, Value> = (0..length)
        .map(|at| {
            let next = format!("#/$defs/{}", name(at + 1));
            (name(at), json!({"properties": {"n": {"$ref": next}}}))
        })
        .collect();
    definitions.insert(name(length), last.clone());
    json!({"$ref": "#/$defs/d0", "$defs": definitions})
}

#[test]
fn long_chains() {
    ends(
        &chain(3_000, &json!({"maximum": 1})),
        &chain(3_000, &json!({"maximum": 2})),
    );
}

#[test]
fn wide_objects() {
    let wide = |limit: usize| {
        let members: Map<String, Value> = (0..200)
            .map(|at| {
                (
                    format!("m{at}"),
                    json!({"maximum": at + limit, "enum": [at, "x"]}),
                )
            })
            .collect();
        json!({"properties": members, "additionalProperties": false})
    };
    ends(&wide(0), &wide(1));
}

#[test]
fn exponents() {
    let choices = |limit: usize| {
        let all: Vec<Value> = (0..24)
            .map(|at| {
                let arm = |kind: usize| json!({"properties": {format!("p{at}"): {"minimum": kind * limit}}});
                json!({"oneOf": [arm(1), arm(2), arm(3)]})
            })
            .collect();
        json!({"type": "object", "allOf": all})
    };
    ends(&choices(1), &choices(2));
    let patterns =
        |name: &str| json!({"pattern": format!("^(a|b)*{name}(a|b){{24}}$"), "minLength": 400});
    ends(&patterns("a"), &patterns("b"));
}

#[test]
fn large_counts() {
    let nested = json!({"type": "array", "minItems": 199_999, "items":
        {"type": "array", "minItems": 199_999, "items": {"type": "array", "minItems": 199_999}}});
    ends(&nested, &json!({"maxItems": 3}));
    ends(
        &json!({"minItems": 9_000_000_000_000_000_u64, "minLength": 9_000_000_000_000_000_u64,
                "minProperties": 9_000_000_000_000_000_u64}),
        &json!({"not": {"type": ["array", "string", "object"]}}),
    );
    ends(
        &json!({"type": "number", "multipleOf": 1e-300, "minimum": 1e300}),
        &json!({"multipleOf": 3.3e-300}),
    );
    let distinct =
        json!({"type": "array", "uniqueItems": true, "minItems": 60, "items": {"type": "integer"}});
    ends(
        &distinct,
        &json!({"contains": {"const": 7}, "minContains": 5}),
    );
}

#[test]
fn recursion() {
    let tree = |limit: usize| {
        json!({
            "$ref": "#/$defs/a",
            "$defs": {
                "a": {"anyOf": [{"type": "null"}, {"type": "object", "required": ["l", "r"],
                      "properties": {"l": {"$ref": "#/$defs/b"}, "r": {"$ref": "#/$defs/a"}}}]},
                "b": {"oneOf": [{"maximum": limit}, {"type": "array", "items": {"$ref": "#/$defs/a"}},
                                {"not": {"$ref": "#/$defs/c"}}]},
                "c": {"anyOf": [{"type": "number"}, {"items": {"$ref": "#/$defs/b"}, "type": ["array", "object"]}]}
            }
        })
    };
    ends(&tree(1), &tree(2));
    let mut deep = json!({"maximum": 1});
    for _ in 0..50 {
        deep = json!({"not": {"properties": {"a": deep}}});
    }
    ends(&deep, &json!(false));
}
