//! Rules across members: a change of one is a change of the schema.

use hit_diff::{Direction, Mode, Report, Settings, Severity, Verdict, compare};
use serde_json::{Value, json};

use crate::support::schema;

/// A range with rules, and what else its schema says.
fn range(rules: &Value, more: &Value) -> String {
    let mut schema = json!({
        "type": "object",
        "properties": {
            "start": {"type": "number"}, "end": {"type": "number"}, "kind": {"enum": ["A", "B"]},
            "tags": {"type": "array", "items": {"type": "string"}, "maxItems": 4}
        },
        "required": ["start", "end"],
        "x-rules": rules
    });
    for (name, value) in more.as_object().into_iter().flatten() {
        schema[name] = value.clone();
    }
    schema.to_string()
}

fn rule(text: &str) -> Value {
    json!([{"id": "r", "rule": text, "message": "no"}])
}

fn report(old: &str, new: &str) -> Report {
    compare(
        &schema("old", old),
        &schema("new", new),
        Settings::default(),
    )
}

fn rules(old: &Value, new: &Value) -> Report {
    report(&range(old, &json!({})), &range(new, &json!({})))
}

/// The ids and directions of all changes.
fn told(report: &Report) -> Vec<(&str, Direction)> {
    let changes = report.changes.iter();
    changes
        .map(|change| (change.id.as_str(), change.direction))
        .collect()
}

fn witness(report: &Report) -> &Value {
    match &report.verdict {
        Verdict::Breaking { witness } => &witness.document,
        _ => panic!("{report}"),
    }
}

#[test]
fn a_tightened_rule_loses_documents() {
    let report = rules(
        &rule("self.start <= self.end"),
        &rule("self.start < self.end"),
    );
    let document = witness(&report);
    assert_eq!(document["start"], document["end"], "{report}");
    assert_eq!(
        told(&report),
        [("rule-changed", Direction::Narrowed)],
        "{report}"
    );
    assert_eq!(report.changes[0].severity, Severity::Breaking);
    let Verdict::Breaking { witness } = &report.verdict else {
        unreachable!()
    };
    assert!(witness.by_rule && !witness.independent);
    assert_eq!(witness.refusal.as_ref().unwrap().code, "r");
}

#[test]
fn what_can_be_put_as_conditions_is_proved() {
    for (tight, loose) in [
        ("self.start < 5", "self.start <= 5"),
        ("self.start >= 1 && self.end < 9", "self.start >= 0"),
        ("has(self.kind) && self.kind == 'A'", "has(self.kind)"),
        (
            "has(self.kind) && self.kind == 'A'",
            "has(self.kind) && self.kind in ['A', 'B']",
        ),
        (
            "!has(self.tags) || size(self.tags) == 2",
            "!has(self.tags) || size(self.tags) > 1",
        ),
        (
            "!has(self.tags) || self.tags.all(t, t == 'x' || t == 'y')",
            "!has(self.tags) || !self.tags.exists(t, t == 'z')",
        ),
        (
            "self.start <= self.end && self.end < 9",
            "self.start <= self.end",
        ),
        (
            "self.start <= self.end",
            "self.start <= self.end || self.end == 0.0",
        ),
    ] {
        let fine = rules(&rule(tight), &rule(loose));
        assert!(fine.verdict.is_compatible(), "{tight} → {loose}: {fine}");
        assert_eq!(
            told(&fine),
            [("rule-changed", Direction::Widened)],
            "{fine}"
        );
        let broken = rules(&rule(loose), &rule(tight));
        assert!(broken.verdict.is_breaking(), "{loose} → {tight}: {broken}");
    }
}

#[test]
fn rules_come_and_go() {
    let one = rule("self.start != 3.0");
    let added = rules(&json!([]), &one);
    assert_eq!(
        told(&added),
        [("rule-added", Direction::Narrowed)],
        "{added}"
    );
    assert_eq!(witness(&added)["start"].as_f64(), Some(3.0), "{added}");
    assert_eq!(added.changes[0].severity, Severity::Breaking);
    let place = added.changes[0].new.as_ref().unwrap();
    assert_eq!(place.pointer, "/x-rules/0");
    assert!(place.line.is_some());
    let removed = rules(&one, &json!([]));
    assert!(removed.verdict.is_compatible());
    assert_eq!(told(&removed), [("rule-removed", Direction::Widened)]);
    let forward = Settings {
        mode: Mode::Forward,
        ..Settings::default()
    };
    let [old, new] = [range(&one, &json!({})), range(&json!([]), &json!({}))];
    let forward = compare(&schema("old", &old), &schema("new", &new), forward);
    assert!(forward.verdict.is_breaking(), "{forward}");
}

#[test]
fn words_are_annotations() {
    let old =
        json!([{"id": "r", "rule": "self.start <= self.end", "message": "no", "path": "/end"}]);
    let new =
        json!([{"id": "r", "rule": "self.start<=(self.end)", "message": "never", "path": "/end"}]);
    let report = rules(&old, &new);
    assert!(report.verdict.is_compatible(), "{report}");
    assert!(
        report
            .changes
            .iter()
            .all(|change| change.id == "rule-reworded"),
        "{report}"
    );
    assert!(
        report
            .changes
            .iter()
            .any(|change| change.message.contains("never")),
        "{report}"
    );
}

#[test]
fn what_cannot_be_told_is_undecided() {
    // No document is lost, and nothing here can prove it.
    let report = rules(
        &rule("self.start * 2.0 < self.end * 2.0"),
        &rule("self.start < self.end || self.end > self.start"),
    );
    let Verdict::Undecided { reason, .. } = &report.verdict else {
        panic!("{report}")
    };
    assert!(reason.contains("rule"), "{reason}");
}

#[test]
fn witnesses_keep_to_the_old_rules() {
    let order = rule("self.start < self.end");
    let old = range(&order, &json!({}));
    let new = range(&order, &json!({"required": ["start", "end", "kind"]}));
    let report = report(&old, &new);
    let document = witness(&report);
    assert!(
        document["start"].as_f64() < document["end"].as_f64(),
        "{report}"
    );
}

#[test]
fn values_from_outside_are_part_of_the_witness() {
    let context = json!({"x-rules-context": {
        "type": "object", "properties": {"length": {"type": "number"}}, "additionalProperties": false
    }});
    let old = range(&rule("self.end <= ctx.length + 1.0"), &context);
    let new = range(&rule("self.end <= ctx.length"), &context);
    let found = report(&old, &new);
    let Verdict::Breaking { witness } = &found.verdict else {
        panic!("{found}")
    };
    let length = witness.context.as_ref().unwrap()["length"]
        .as_f64()
        .unwrap();
    let end = witness.document["end"].as_f64().unwrap();
    assert!(length < end && end <= length + 1.0, "{found}");

    let narrower = json!({"x-rules-context": {
        "type": "object", "properties": {"length": {"type": "number", "minimum": 0}}, "additionalProperties": false
    }});
    let same = rule("self.end <= ctx.length");
    let found = report(&range(&same, &context), &range(&same, &narrower));
    assert!(found.verdict.is_compatible(), "{found}");
    assert_eq!(
        told(&found),
        [("context-minimum-added", Direction::Narrowed)],
        "{found}"
    );
    assert_eq!(found.changes[0].severity, Severity::Warning);
}

#[test]
fn moving_a_rule_behind_a_reference_changes_nothing() {
    let inner = json!({
        "type": "object", "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}},
        "required": ["a", "b"], "x-rules": [{"id": "r", "rule": "self.a < self.b"}]
    });
    let old = json!({"properties": {"x": inner}}).to_string();
    let new =
        json!({"properties": {"x": {"$ref": "#/$defs/X"}}, "$defs": {"X": inner}}).to_string();
    for (old, new) in [(&old, &new), (&new, &old)] {
        let report = report(old, new);
        assert!(
            report.verdict.is_compatible() && report.changes.is_empty(),
            "{report}"
        );
    }
    // Elsewhere it is a rule about other values.
    let moved = json!({"properties": {"y": inner}}).to_string();
    assert!(!report(&moved, &old).verdict.is_compatible());
}

#[test]
fn rules_of_an_arm_count_where_the_arm_accepts() {
    let arm = |rules: Value| {
        json!({
            "type": "object", "properties": {"n": {"type": "integer", "minimum": 0, "maximum": 9}}, "required": ["n"], "x-rules": rules
        })
    };
    let either = |rules| json!({"anyOf": [arm(rules), {"type": "object"}]}).to_string();
    // The second arm accepts whatever the first refuses; the rule is run all the same.
    let found = report(
        &either(json!([])),
        &either(json!([{"id": "r", "rule": "self.n < 3"}])),
    );
    assert!(witness(&found)["n"].as_i64() >= Some(3), "{found}");
}

#[test]
fn warnings_refuse_nothing() {
    let warning = json!([{"id": "r", "rule": "self.start < self.end", "severity": "warning"}]);
    let report = rules(&json!([]), &warning);
    assert!(report.verdict.is_compatible(), "{report}");
    assert_eq!(
        told(&report),
        [("rule-added", Direction::Annotation)],
        "{report}"
    );
}
