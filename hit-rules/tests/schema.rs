//! Rules in schemas: found, checked, run.

use hit_rules::schema::{Outside, Reason, Rules, Verdict, compile};
use hit_runtime::check::{Checker, NodeId};
use hit_runtime::rules::text::{from_text, to_text};
use hit_schema::load::MemoryLoader;
use hit_schema::{Diagnostics, Entry, Options, render};
use serde_json::{Value, json};

struct Schema {
    rules: Rules,
    checker: Checker,
    root: NodeId,
}

fn read(text: &str, others: &[(&str, &str)]) -> Result<Schema, Diagnostics> {
    let loader = others
        .iter()
        .fold(MemoryLoader::new(), |loader, (uri, text)| {
            loader.with(*uri, *text)
        });
    let options = Options::STANDARD;
    let compiled = hit_schema::compile(&[Entry::text("s.json", text)], &loader, &options)?;
    let rules = compile(&compiled, &loader, &options)?;
    let checker = compiled.program.clone().prepare().expect("it is prepared");
    let root = compiled.roots[0].node;
    Ok(Schema {
        rules,
        checker,
        root,
    })
}

fn schema(value: Value) -> Schema {
    read(&value.to_string(), &[]).unwrap_or_else(|errors| panic!("{errors}"))
}

/// The messages about a schema: place and text.
fn wrong(text: &str) -> Vec<String> {
    let Err(errors) = read(text, &[]) else {
        panic!("not refused: {text}")
    };
    let items = errors.items.iter();
    items
        .map(|item| {
            let place = item.origin.as_ref().expect("it is located");
            format!(
                "{} {}: {}",
                render::place(place, &errors.sources),
                item.code,
                item.message
            )
        })
        .collect()
}

impl Schema {
    fn check(&self, document: &Value, outside: Outside<'_>) -> Verdict {
        let report = self.checker.check(self.root, document);
        let verdict = self
            .rules
            .check(&self.checker, self.root, document, &outside, &report);
        // Generated code holds the rules as text.
        let program = self.rules.program();
        let again = from_text(&to_text(&self.rules.run)).expect("it was written");
        let again = again.prepared(program);
        let read = again.check(
            program,
            &self.checker,
            self.root,
            document,
            &outside,
            &report,
        );
        assert_eq!(read, verdict);
        verdict
    }

    /// Codes and places of the violations, and what was not evaluated.
    fn says(&self, document: Value, context: Option<Value>) -> Vec<String> {
        let outside = Outside {
            context: context.as_ref(),
            old: None,
            ..Outside::default()
        };
        let verdict = self.check(&document, outside);
        let violations = verdict.violations.iter();
        let violations =
            violations.map(|it| format!("{} at {}: {}", it.code, it.instance, it.message));
        let open = verdict.not_evaluated.iter();
        let open = open.map(|it| format!("{} at {} open: {}", it.id, it.instance, it.reason));
        violations.chain(open).collect()
    }
}

#[test]
fn messages_lead_to_the_very_place() {
    let text = r#"{
  "type": "object",
  "properties": { "play": { "type": "object", "properties": { "duration": { "type": "number" } } } },
  "x-rules": [
    { "id": "a", "rule": "self.play.\u0064uration >= 0.0 \u0026\u0026 self.play.durationn > 1.0" },
    { "id": "b", "rule": "self.play ==", "message": "\"{self.plya}\"" },
    { "id": "c", "rul": "true" },
    { "id": "d", "rule": "self.play.duration == 1" },
    { "id": "e", "rule": "true", "path": "/play/nothing" }
  ]
}"#;
    // The form of all entries comes first.
    let first = wrong(text);
    assert_eq!(
        first,
        [
            "s.json:7:5 HIT0602: an entry needs a rule",
            "s.json:7:25 HIT0602: unknown member 'rul'",
        ]
    );
    let second = wrong(&text.replace("\"rul\"", "\"rule\""));
    assert_eq!(
        second[0],
        "s.json:5:81 HIT0601: rule a: unknown field 'durationn' (has: duration)"
    );
    assert!(
        second[1].starts_with("s.json:6:39 HIT0601: rule b: syntax error"),
        "{second:?}"
    );
    assert_eq!(
        second[2],
        "s.json:6:62 HIT0601: rule b: unknown field 'plya' (has: play)"
    );
    assert!(
        second[3].starts_with("s.json:8:46 HIT0601: rule d: found no matching overload"),
        "{second:?}"
    );
    assert_eq!(
        second[4],
        "s.json:9:42 HIT0602: rule e: the path names an unknown member 'nothing' (has: duration)"
    );
    assert_eq!(second.len(), 5, "{second:?}");
}

#[test]
fn a_message_as_people_see_it() {
    let text = r#"{ "type": "object", "properties": { "duration": { "type": "number" }, "ranges": { "type": "array" } },
  "x-rules": [{ "id": "play.length", "rule": "self.durationn <= 5.0" }] }"#;
    let errors = read(text, &[]).err().expect("it is refused");
    assert_eq!(
        errors.to_string(),
        "\
s.json:2:52: error[HIT0601] rule play.length: unknown field 'durationn' (has: duration, ranges)
    2 |   \"x-rules\": [{ \"id\": \"play.length\", \"rule\": \"self.durationn <= 5.0\" }] }
      |                                                    ^^^^^^^^^
      = at #/x-rules/0/rule
      = help: did you mean 'duration'?
"
    );
}

#[test]
fn types_follow_the_shape() {
    // What a rule may say about a schema, and what not.
    let cases = [
        (json!({ "type": "integer" }), "self + 1 > 0", true),
        (json!({ "type": "integer" }), "self > 0.5", true),
        (json!({ "type": "integer" }), "self == 0.5", false),
        (json!({ "type": "number" }), "self * 2.0 > 1.0", true),
        (json!({ "type": "number" }), "self + 1 > 1.0", false),
        (json!({ "enum": ["A", "B"] }), "self == 'A'", true),
        (json!({ "enum": ["A", "B"] }), "self == 1", false),
        (json!({ "enum": [1, 2] }), "self == 1", true),
        (json!({ "const": "A" }), "self.startsWith('A')", true),
        (
            json!({ "type": "string", "format": "date-time" }),
            "timestamp(self).getFullYear() > 2000",
            true,
        ),
        (
            json!({ "type": ["string", "null"] }),
            "self.size() > 1",
            true,
        ),
        (
            json!({ "type": ["string", "integer"] }),
            "self == 'a' || self == 1",
            true,
        ),
        (
            json!({ "type": ["string", "integer"] }),
            "self == true",
            false,
        ),
        (
            json!({ "anyOf": [{ "type": "integer" }, { "type": "number" }] }),
            "self > 1.0",
            true,
        ),
        (
            json!({ "type": "array", "items": { "type": "integer" } }),
            "self.all(n, n > 0)",
            true,
        ),
        (
            json!({ "type": "array", "items": { "type": "integer" } }),
            "self.all(n, n == '')",
            false,
        ),
        (
            json!({ "type": "array", "prefixItems": [{ "type": "string" }], "items": false }),
            "self[0] == 'a'",
            true,
        ),
        (
            json!({ "type": "array", "prefixItems": [{ "type": "string" }], "items": false }),
            "self[0] == 1",
            false,
        ),
        (
            json!({ "type": "object", "additionalProperties": { "type": "integer" } }),
            "self.all(k, self[k] > k.size())",
            true,
        ),
        (
            json!({ "type": "object", "patternProperties": { "^x": { "type": "integer" } }, "additionalProperties": false }),
            "self.all(k, self[k] > 0)",
            true,
        ),
        (json!({ "type": "object" }), "has(self.anything)", true),
        (
            json!({ "type": "object", "properties": { "a": true } }),
            "self.a == 1 || self.a == 'x'",
            true,
        ),
        (
            json!({ "properties": { "a": { "type": "integer" } } }),
            "self.a > 0",
            true,
        ),
        (
            json!({ "properties": { "a": { "type": "integer" } } }),
            "self.b > 0",
            false,
        ),
        (
            json!({ "type": "object", "properties": { "a-b": { "type": "integer" } } }),
            "self.a__dash__b > 0",
            true,
        ),
        (
            json!({ "type": "object", "allOf": [{ "properties": { "a": { "type": "number" } } }, { "properties": { "a": { "type": "integer" } } }] }),
            "self.a + 1 > 0",
            true,
        ),
        (
            json!({ "oneOf": [
            { "type": "object", "properties": { "kind": { "const": "x" }, "n": { "type": "integer" } } },
            { "type": "object", "properties": { "kind": { "const": "y" }, "m": { "type": "string" } } },
        ] }),
            "self.kind == 'x' ? self.n > 0 : self.m != ''",
            true,
        ),
        (
            json!({ "$ref": "#/$defs/Tree", "$defs": { "Tree": { "type": "object", "properties": {
            "value": { "type": "integer" }, "children": { "type": "array", "items": { "$ref": "#/$defs/Tree" } } } } } }),
            "self.children.all(c, c.children.all(d, d.value > self.value))",
            true,
        ),
        (
            json!({ "$ref": "#/$defs/Json", "$defs": { "Json": { "anyOf": [
            { "type": "array", "items": { "$ref": "#/$defs/Json" } }, { "type": "object", "additionalProperties": { "$ref": "#/$defs/Json" } }, { "type": "string" }] } } }),
            "self == 'a' || self.size() > 0",
            true,
        ),
    ];
    for (mut schema, rule, right) in cases {
        schema["x-rules"] = json!([{ "id": "r", "rule": rule }]);
        let found = read(&schema.to_string(), &[]);
        match (found, right) {
            (Ok(_), false) => panic!("not refused: {rule} {schema}"),
            (Err(errors), true) => panic!("{rule}: {errors}"),
            _ => {}
        }
    }
}

#[test]
fn rules_are_run_wherever_their_node_judges() {
    let rule = |id: &str, rule: &str| json!([{ "id": id, "rule": rule }]);
    let number = json!({ "type": "integer", "x-rules": rule("even", "self % 2 == 0") });
    for (schema_text, document, places) in [
        (json!({ "$ref": "#/$defs/n" }), json!(3), vec![""]),
        (
            json!({ "allOf": [{ "$ref": "#/$defs/n" }] }),
            json!(3),
            vec![""],
        ),
        (
            json!({ "properties": { "a": { "$ref": "#/$defs/n" } } }),
            json!({ "a": 3, "b": 5 }),
            vec!["/a"],
        ),
        (
            json!({ "patternProperties": { "^a": { "$ref": "#/$defs/n" } } }),
            json!({ "a1": 3, "a2": 2, "b": 5 }),
            vec!["/a1"],
        ),
        (
            json!({ "properties": { "a": true }, "additionalProperties": { "$ref": "#/$defs/n" } }),
            json!({ "a": 3, "b": 5 }),
            vec!["/b"],
        ),
        (
            json!({ "items": { "$ref": "#/$defs/n" } }),
            json!([1, 2, 3]),
            vec!["/0", "/2"],
        ),
        (
            json!({ "prefixItems": [true, { "$ref": "#/$defs/n" }] }),
            json!([1, 5, 3]),
            vec!["/1"],
        ),
        (
            json!({ "anyOf": [{ "type": "string" }, { "$ref": "#/$defs/n" }] }),
            json!(3),
            vec![""],
        ),
        (
            json!({ "anyOf": [{ "type": "string" }, { "$ref": "#/$defs/n" }] }),
            json!("3"),
            vec![],
        ),
        (
            json!({ "if": { "type": "integer" }, "then": { "$ref": "#/$defs/n" } }),
            json!(3),
            vec![""],
        ),
        (
            json!({ "dependentSchemas": { "a": { "properties": { "b": { "$ref": "#/$defs/n" } } } } }),
            json!({ "a": 0, "b": 3 }),
            vec!["/b"],
        ),
        (
            json!({ "dependentSchemas": { "a": { "properties": { "b": { "$ref": "#/$defs/n" } } } } }),
            json!({ "b": 3 }),
            vec![],
        ),
        (
            json!({ "properties": { "a/b": { "items": { "$ref": "#/$defs/n" } } } }),
            json!({ "a/b": [3] }),
            vec!["/a~1b/0"],
        ),
    ] {
        let mut schema_text = schema_text;
        schema_text["$defs"] = json!({ "n": number });
        let verdict = schema(schema_text.clone()).check(&document, Outside::default());
        let found: Vec<&str> = verdict
            .violations
            .iter()
            .map(|violation| violation.instance.as_str())
            .collect();
        assert_eq!(found, places, "{schema_text} {document}");
        let codes = verdict.violations.iter();
        assert!(
            codes
                .into_iter()
                .all(|it| it.code == "even" && it.schema == "s.json#/$defs/n/x-rules/0"),
            "{verdict:?}"
        );
    }
}

#[test]
fn a_rule_that_is_never_run_is_an_error() {
    let rules = r#""x-rules": [{"id": "r", "rule": "true"}]"#;
    for schema in [
        format!(r#"{{"not": {{"type": "string", {rules}}}}}"#),
        format!(r#"{{"propertyNames": {{"maxLength": 3, {rules}}}}}"#),
        format!(r#"{{"contains": {{"type": "string", {rules}}}}}"#),
        format!(r#"{{"unevaluatedProperties": {{"type": "string", {rules}}}}}"#),
    ] {
        let found = wrong(&schema);
        assert!(
            found[0].contains("HIT0604: a rule here is never run"),
            "{found:?}"
        );
    }
}

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

#[test]
fn the_arm_that_a_faulty_document_means_is_run() {
    let arm = |kind: &str, rule: &str| {
        json!({ "type": "object", "required": ["kind", "n", "s"], "properties": {
            "kind": { "const": kind }, "n": { "type": "integer" }, "s": { "type": "string" } },
            "x-rules": [{ "id": kind, "rule": rule }] })
    };
    let schema = schema(json!({ "oneOf": [arm("a", "self.n > 1"), arm("b", "self.n > 2")] }));
    assert_eq!(
        schema.says(json!({ "kind": "a", "n": 1, "s": "" }), None),
        ["a at : failed rule: self.n > 1"]
    );
    assert_eq!(
        schema.says(json!({ "kind": "b", "n": 2, "s": "" }), None),
        ["b at : failed rule: self.n > 2"]
    );
    assert_eq!(
        schema.says(json!({ "kind": "b", "n": 2, "s": 0 }), None),
        ["b at : failed rule: self.n > 2"]
    );
}

#[test]
fn transitions() {
    let schema = schema(
        json!({ "type": "object", "properties": { "a": { "type": "integer",
        "x-rules": [{ "id": "grows", "rule": "self >= oldSelf" }, { "id": "opaque", "opaque": true }] } } }),
    );
    let (old, new) = (json!({ "a": 3 }), json!({ "a": 2 }));
    let verdict = schema.check(
        &new,
        Outside {
            context: None,
            old: Some(&old),
            ..Outside::default()
        },
    );
    assert_eq!(verdict.violations[0].code, "grows");
    assert_eq!(verdict.not_evaluated[0].reason, Reason::Opaque);
    assert!(schema.check(&new, Outside::default()).is_ok());
}

#[test]
fn kubernetes_rules() {
    let crd = |rule: &str| {
        json!({ "type": "object", "properties": { "spec": { "type": "object",
            "properties": { "min": { "type": "integer" }, "max": { "type": "integer" } },
            "x-kubernetes-validations": [{ "rule": rule, "message": "no {braces}", "fieldPath": ".max" }] } } })
    };
    let good = schema(crd("self.min <= self.max"));
    let document = json!({ "spec": { "min": 2, "max": 1 } });
    let verdict = good.check(&document, Outside::default());
    let violation = &verdict.violations[0];
    assert_eq!(
        (
            violation.code.as_str(),
            violation.instance.as_str(),
            violation.message.as_str()
        ),
        ("/properties/spec#0", "/spec/max", "no {braces}")
    );
    assert_eq!(
        violation.schema,
        "s.json#/properties/spec/x-kubernetes-validations/0"
    );
    let found = wrong(&crd("self.min <= self.maxx").to_string());
    assert!(
        found[0].contains("HIT0601") && found[0].contains("unknown field 'maxx'"),
        "{found:?}"
    );
    let behind = json!({ "$ref": "#/$defs/a", "$defs": { "a": { "type": "integer", "x-kubernetes-validations": [{ "rule": "self > 0" }] } } });
    assert!(wrong(&behind.to_string())[0].contains("HIT0604"));
}

#[test]
fn hostile_schemas() {
    for value in [
        json!(3),
        json!([3]),
        json!([{ "id": "", "rule": "true" }]),
        json!([{ "id": "a", "rule": "((((((((" }]),
    ] {
        let text = json!({ "type": "integer", "x-rules": value }).to_string();
        assert!(!wrong(&text).is_empty());
    }
    // Twenty members of which each doubles the alternatives of the next.
    let arms: Vec<Value> = (0..12)
        .map(|at| json!({ "anyOf": [{ "required": [format!("a{at}")] }, { "required": [format!("b{at}")] }] }))
        .collect();
    let wide = schema(
        json!({ "type": "object", "allOf": arms, "x-rules": [{ "id": "r", "rule": "self.a0 == 1" }] }),
    );
    assert!(wide.says(json!({}), None).len() == 1);
    // A million elements end by the budget, not by patience.
    let list = schema(json!({ "type": "array", "items": { "type": "integer" },
        "x-rules": [{ "id": "r", "rule": "self.all(a, self.all(b, a + b >= 0))" }] }));
    let found = list.says(Value::from(vec![1; 20_000]), None);
    assert!(found[0].contains("too many steps"), "{found:?}");
}
