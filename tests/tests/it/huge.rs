//! Schemas of a size that nobody reads: the code stays right, and bounded.

use serde_json::{Map, Value, json};

use crate::support::generated;

/// The code of a schema, which must parse as Rust.
fn code(schema: &Value) -> String {
    let generated = generated(&schema.to_string()).unwrap_or_else(|error| panic!("{error}"));
    syn::parse_file(&generated.text).unwrap_or_else(|error| panic!("{error}"));
    generated.parts.0
}

#[test]
fn an_enum_of_ten_thousand_values() {
    let values: Vec<String> = (0..5_000)
        .flat_map(|at| [format!("value-{at}"), format!("value_{at}")])
        .collect();
    let code = code(&json!({"title": "Many", "enum": values}));
    assert!(code.contains("ValueDash17,") && code.contains("ValueUnderscore17,"));
}

#[test]
fn a_thousand_members() {
    let name = |at: usize| format!("member{at}");
    let members: Map<String, Value> = (0..1_000)
        .map(|at| (name(at), json!({"type": "integer", "minimum": at})))
        .collect();
    let schema = json!({
        "title": "Wide", "type": "object", "properties": members,
        "required": (0..1_000).map(name).collect::<Vec<_>>(),
        "patternProperties": {"^member": true, "7$": {"multipleOf": 7}},
        "additionalProperties": false,
    });
    let code = code(&schema);
    let is_member = |line: &&str| {
        let rest = line.trim_start().strip_prefix("pub member");
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    assert_eq!(code.lines().filter(is_member).count(), 1_000);
}

#[test]
fn conjunctions_in_conjunctions() {
    let mut deep = json!({"type": "object", "properties": {"last": {"type": "boolean"}}});
    for at in 0..150 {
        let name = format!("m{at}");
        deep = json!({"allOf": [deep, {"properties": {name: {"type": "null"}}}]});
    }
    deep["title"] = json!("Deep");
    assert_eq!(code(&deep).matches("    pub m").count(), 150);
}

#[test]
fn references_in_a_chain_and_a_circle() {
    let mut definitions = Map::new();
    for at in 0..2_000 {
        let next = json!({"$ref": format!("#/$defs/d{}", (at + 1) % 2_000)});
        let schema = json!({"type": "object", "properties": {"next": next}});
        definitions.insert(format!("d{at}"), schema);
    }
    let code = code(&json!({"$ref": "#/$defs/d0", "$defs": definitions}));
    assert_eq!(code.matches("pub struct D").count(), 2_000);
}

#[test]
fn lists_of_lists_in_a_chain() {
    let mut definitions = Map::new();
    for at in 0..2_000 {
        let next = json!({"$ref": format!("#/$defs/d{}", at + 1)});
        let schema = json!({"type": "array", "items": next});
        definitions.insert(format!("d{at}"), schema);
    }
    definitions.insert("d2000".to_owned(), json!({"type": "integer"}));
    let code = code(&json!({"$ref": "#/$defs/d0", "$defs": definitions}));
    assert!(code.contains("pub struct D") && code.contains("Vec<Vec<Vec<"));
}

/// Each union splits an object; together they must not multiply.
#[test]
fn unions_beside_unions() {
    let union = |at: usize| {
        let arm = |arm: usize| {
            let name = format!("u{at}a{arm}");
            json!({"properties": {name.clone(): {"type": "string"}}, "required": [name]})
        };
        json!({"oneOf": (0..4).map(arm).collect::<Vec<_>>()})
    };
    let schema = json!({"title": "Product", "type": "object", "properties": {"a": {"type": "integer"}},
        "allOf": (0..8).map(union).collect::<Vec<_>>()});
    let code = code(&schema);
    assert!(code.matches("pub struct").count() < 100, "{code}");
}

#[test]
fn conditions_beside_conditions() {
    let kinds: Vec<String> = (0..200).map(|at| format!("k{at}")).collect();
    let condition = |kind: &String| {
        let own = format!("{kind}Own");
        json!({"if": {"properties": {"kind": {"const": kind}}},
            "then": {"properties": {own.clone(): {"type": "string"}}, "required": [own]}})
    };
    let shared: Map<String, Value> = (0..40)
        .map(|at| (format!("shared{at}"), json!({"type": "string"})))
        .collect();
    let mut schema = json!({"title": "Kinds", "type": "object", "properties": shared, "required": ["kind"],
        "allOf": kinds.iter().map(condition).collect::<Vec<_>>()});
    schema["properties"]["kind"] = json!({"enum": kinds});
    let code = code(&schema);
    assert!(code.lines().count() < 5_000, "{}", code.lines().count());
}

#[test]
fn too_many_types_are_an_error_where_a_document_can_do_without_them_too() {
    let one = |at: usize| {
        (
            format!("p{at}"),
            json!({"properties": {"x": {"multipleOf": at + 1}}, "type": "object"}),
        )
    };
    let members: Map<String, Value> = (0..50_100).map(one).collect();
    let schema =
        json!({"type": "object", "properties": {"a": {"type": "object", "properties": members}}});
    let message = match generated(&schema.to_string()) {
        Ok(_) => panic!("generated"),
        Err(diagnostics) => diagnostics.to_string(),
    };
    assert!(message.contains("error[HIT0901]"), "{message:.300}");
}
