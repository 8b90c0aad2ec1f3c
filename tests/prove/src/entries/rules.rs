//! Rules.

use std::sync::LazyLock;

use hit_rules::functions::Dialect;
use hit_rules::schema::{Outside, compile};
use hit_rules::{Environment, parse};
use hit_schema::load::NoLoader;
use hit_schema::{Compiled, Entry, Options};
use serde_json::{Value, json};

use super::parts::two;

/// A schema with a member of every kind, for a rule to talk about.
static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    json!({
        "type": "object",
        "properties": {
            "i": {"type": "integer"},
            "n": {"type": "number"},
            "s": {"type": "string"},
            "b": {"type": "boolean"},
            "t": {"type": "string", "format": "date-time"},
            "l": {"type": "array", "items": {"type": "string"}},
            "o": {"type": "object", "properties": {"i": {"type": "integer"}}, "required": ["i"]},
            "m": {"type": "object", "additionalProperties": {"type": "number"}},
            "u": {"type": ["string", "null"]},
            "x": true
        },
        "required": ["i", "s", "l"]
    })
});

/// A rule and a document, separated by a line feed: the rule is refused with
/// messages or checked, and then neither the interpreter nor the Rust that it
/// becomes goes wrong.
pub fn rules(bytes: &[u8]) {
    let (rule, document) = two(bytes).unwrap_or((bytes, b"{}"));
    let Ok(rule) = std::str::from_utf8(rule) else {
        return;
    };
    drop(parse(rule));
    for dialect in [Dialect::Standard, Dialect::Kubernetes] {
        drop(hit_rules::compile(
            rule,
            &Environment::new(Default::default(), dialect),
        ));
    }
    let mut schema = SCHEMA.clone();
    schema["x-rules"] = json!([{"id": "fuzz", "rule": rule, "message": "{self.s} is wrong"}]);
    let entry = Entry::text("schema.json", schema.to_string());
    let compiled: Compiled =
        hit_schema::compile(&[entry], &NoLoader, &Options::STANDARD).expect("a good schema");
    let rules = match compile(&compiled, &NoLoader, &Options::STANDARD) {
        Ok(rules) => rules,
        Err(diagnostics) => return assert!(!diagnostics.to_string().is_empty()),
    };
    let checker = compiled.program.clone().prepare().expect("a good program");
    let root = compiled.roots[0].node;
    let Ok(document) = serde_json::from_slice::<Value>(document) else {
        return;
    };
    let report = checker.check(root, &document);
    let before = json!({"i": 1, "s": "a", "l": []});
    for outside in [
        Outside::default(),
        Outside {
            old: Some(&before),
            ..Outside::default()
        },
    ] {
        let verdict = rules.check(&checker, root, &document, &outside, &report);
        assert!(
            verdict
                .violations
                .iter()
                .all(|found| !found.message.is_empty())
        );
    }
}
