//! Kubernetes' own unit tests of rules.

use serde_json::Value as Json;

use crate::DEFAULT_BUDGET;
use crate::kubernetes::{compile, validate};

/// The result.
#[derive(Clone, Debug, Default)]
pub struct Unit {
    /// Rules that hold: judged so, and all of them.
    pub valid: (usize, usize),
    /// Rules that do not hold or fail: judged so, and all of them.
    pub invalid: (usize, usize),
    /// Rules that must not compile: refused, and all of them.
    pub compile: (usize, usize),
    /// What went wrong.
    pub wrong: Vec<String>,
    /// Cases that say "invalid" although the schema as recorded has no rule at
    /// all: nothing can be judged. They are in the counts, as wrong.
    pub without_rules: Vec<String>,
}

/// Runs the cases of `k8s-cel-unit/validation.jsonl`.
pub fn unit(lines: &str) -> Unit {
    let mut result = Unit::default();
    for line in lines.lines() {
        let Ok(case) = serde_json::from_str::<Json>(line) else {
            continue;
        };
        let text = |name: &str| case.get(name).and_then(Json::as_str).unwrap_or("");
        let schema = case.get("schema").unwrap_or(&Json::Null);
        let object = case.get("object").unwrap_or(&Json::Null);
        let rules = compile(schema, is_resource(object));
        let found = validate(&rules, object, case.get("oldObject"), DEFAULT_BUDGET);
        let class = text("class");
        let (count, right) = match class {
            "valid" => (
                &mut result.valid,
                rules.errors.is_empty() && found.is_empty(),
            ),
            "invalid" => (
                &mut result.invalid,
                rules.errors.is_empty() && !found.is_empty(),
            ),
            _ => (&mut result.compile, !rules.errors.is_empty()),
        };
        count.0 += usize::from(right);
        count.1 += 1;
        if right {
            continue;
        }
        if class == "invalid" && !schema.to_string().contains("x-kubernetes-validations") {
            result.without_rules.push(text("id").to_string());
        }
        let errors: Vec<&str> = rules
            .errors
            .iter()
            .flat_map(|error| &error.diagnostics)
            .map(|error| error.message.as_str())
            .collect();
        let messages: Vec<&str> = found
            .iter()
            .map(|violation| violation.message.as_str())
            .collect();
        result.wrong.push(format!(
            "{class} {} {}: {errors:?} {messages:?}",
            text("id"),
            text("name")
        ));
    }
    result
}

/// The cases do not say which schemas are those of whole resources; their objects show it.
fn is_resource(object: &Json) -> bool {
    ["apiVersion", "kind", "metadata"]
        .iter()
        .all(|member| object.get(member).is_some())
}
