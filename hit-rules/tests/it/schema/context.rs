//! What comes from outside.

use super::*;

const HIT: &str = r#"{
  "x-rules-context": { "$ref": "c.json#/$defs/Context" },
  "type": "object",
  "required": ["id", "user"],
  "properties": { "id": { "type": "string", "minLength": 2 }, "user": { "type": "string" }, "n": { "type": "integer", "minimum": 0 },
    "list": { "type": "array", "items": { "type": "integer" } } },
  "x-rules": [
    { "id": "header", "rule": "has(self.n) || 'x' in ctx.headers" },
    { "id": "length", "rule": "!has(self.n) || self.n <= ctx.lengths[self.id]", "path": "/n",
      "message": "{self.n} is more than {ctx.lengths[self.id]}" },
    { "id": "each", "rule": "!has(self.list) || self.list.all(i, i > 0)", "message": "{i}" },
    { "id": "apart", "rule": "self.id != self.user", "severity": "warning" }
  ]
}"#;
const COMMON: &str = r#"{ "$defs": { "Context": { "type": "object", "properties": {
  "headers": { "type": "object", "additionalProperties": { "type": "string" } },
  "lengths": { "type": "object", "additionalProperties": { "type": "number" } } } } } }"#;

fn hits() -> Schema {
    read(HIT, &[("entry:///c.json", COMMON)]).unwrap_or_else(|errors| panic!("{errors}"))
}

#[test]
fn what_is_not_known_leaves_a_rule_open() {
    let hits = hits();
    let one = json!({ "id": "aa", "user": "b" });
    assert_eq!(
        hits.says(one.clone(), None),
        ["header at  open: ctx.headers is not known"]
    );
    assert_eq!(
        hits.says(one.clone(), Some(json!({}))),
        ["header at  open: ctx.headers is not known"]
    );
    assert_eq!(
        hits.says(one.clone(), Some(json!({ "headers": {} }))),
        ["header at : failed rule: has(self.n) || 'x' in ctx.headers"]
    );
    assert_eq!(
        hits.says(one, Some(json!({ "headers": { "x": "" } }))),
        [""; 0]
    );
    let two = json!({ "id": "aa", "user": "b", "n": 5 });
    assert_eq!(
        hits.says(two.clone(), Some(json!({ "lengths": { "other": 9 } }))),
        ["length at  open: ctx.lengths['aa'] is not known"]
    );
    assert_eq!(
        hits.says(two, Some(json!({ "lengths": { "aa": 4.5 } }))),
        ["length at /n: 5 is more than 4.5"]
    );
}

#[test]
fn only_rules_with_valid_inputs_are_run() {
    let hits = hits();
    // `id` is too short: `length` and `apart` read it, `each` does not.
    let document = json!({ "id": "a", "user": "a", "n": 3, "list": [1, 0] });
    assert_eq!(
        hits.says(document, Some(json!({ "lengths": { "a": 1 } }))),
        [
            "each at /list/1: 0",
            "length at  open: what it reads is not valid",
            "apart at  open: what it reads is not valid",
        ]
    );
    // `id` is missing.
    let document = json!({ "user": "a", "n": 3, "list": ["x"] });
    assert_eq!(
        hits.says(document, None),
        [
            "length at  open: ctx.lengths is not known",
            "each at  open: what it reads is not valid",
            "apart at  open: what it reads is not valid",
        ]
    );
    // A list that is too short is at fault as a list.
    let short = schema(
        json!({ "type": "object", "properties": { "a": { "type": "array", "minItems": 1, "items": { "type": "object", "minProperties": 1 } } },
        "x-rules": [{ "id": "r", "rule": "self.a.exists(x, has(x.b))" }] }),
    );
    assert_eq!(
        short.says(json!({ "a": [] }), None),
        ["r at  open: what it reads is not valid"]
    );
    assert_eq!(
        short.says(json!({ "a": [{}] }), None),
        ["r at : failed rule: self.a.exists(x, has(x.b))"]
    );
    // Not an object at all: the schema says so.
    assert_eq!(hits.says(json!(3), None).len(), 4);
    let warned = json!({ "id": "aa", "user": "aa", "n": 0 });
    let verdict = hits.check(&warned, Outside::default());
    assert!(verdict.is_ok() && verdict.violations[0].code == "apart");
}

#[test]
fn contexts_are_checked_and_agree() {
    let hits = hits();
    assert!(hits.rules.has_context());
    assert!(
        hits.rules
            .check_context(&json!({ "lengths": { "a": 1 } }))
            .is_ok()
    );
    let report = hits
        .rules
        .check_context(&json!({ "lengths": { "a": "1" } }));
    assert_eq!(report.violations[0].instance.as_str(), "/lengths/a");
    let twice = |second: &str| {
        format!(
            r##"{{ "properties": {{ "a": {{ "$ref": "#/$defs/a" }} }},
            "x-rules-context": {{ "type": "object", "properties": {{ "n": {{ "type": "integer" }} }} }},
            "$defs": {{ "a": {{ "x-rules-context": {second}, "x-rules": [{{ "id": "r", "rule": "self == ctx.n" }}], "type": "integer" }} }} }}"##
        )
    };
    assert!(
        read(
            &twice(r#"{ "type": "object", "properties": { "m": { "type": "string" } } }"#),
            &[]
        )
        .is_ok()
    );
    let found = wrong(&twice(
        r#"{ "type": "object", "properties": { "n": { "type": "string" } } }"#,
    ));
    assert!(
        found[0].contains("HIT0603: the schemas of the context do not give 'n' a type"),
        "{found:?}"
    );
    let found = wrong(&twice(r#"{ "type": "integer" }"#));
    assert!(
        found[0].contains("HIT0603: the context must be an object"),
        "{found:?}"
    );
    let found = wrong(&twice(r#"{ "type": "objekt" }"#));
    assert!(found[0].contains("objekt"), "{found:?}");
}
