//! Objects from projects' own tests, with what the reference says about them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use crate::DEFAULT_BUDGET;
use crate::kubernetes::{RuleSet, compile, validate};

/// The result.
#[derive(Clone, Debug, Default)]
pub struct Instances {
    /// Objects whose rules all hold or do not, as in the reference.
    pub verdict: usize,
    /// Objects with exactly the reference's set of (pointer, message).
    pub exact: usize,
    /// All objects whose rules the reference evaluated.
    pub all: usize,
    /// What went wrong.
    pub wrong: Vec<String>,
}

/// Runs the rules over the objects of one `instances/*.jsonl`. `load` gives the schema file of a path.
pub fn instances(lines: &str, load: &mut dyn FnMut(&str) -> Option<Json>) -> Instances {
    let mut result = Instances::default();
    let mut schemas: BTreeMap<String, Option<RuleSet>> = BTreeMap::new();
    for line in lines.lines() {
        let Ok(instance) = serde_json::from_str::<Json>(line) else {
            continue;
        };
        if !instance
            .get("rulesEvaluated")
            .and_then(Json::as_bool)
            .unwrap_or(false)
        {
            continue;
        }
        result.all += 1;
        let path = instance.get("schema").and_then(Json::as_str).unwrap_or("");
        let rules = schemas.entry(path.to_string()).or_insert_with(|| {
            load(path).map(|file| compile(file.get("openAPIV3Schema").unwrap_or(&Json::Null), true))
        });
        let Some(rules) = rules else {
            result.wrong.push(format!("{path}: no such schema"));
            continue;
        };
        one(&instance, rules, &mut result);
    }
    result
}

fn one(instance: &Json, rules: &RuleSet, result: &mut Instances) {
    let object = instance
        .get("effective")
        .or_else(|| instance.get("object"))
        .unwrap_or(&Json::Null);
    let old = instance
        .get("effectiveOld")
        .or_else(|| instance.get("oldObject"));
    let found: BTreeSet<(String, String)> = validate(rules, object, old, DEFAULT_BUDGET)
        .into_iter()
        .map(|violation| (violation.pointer.as_str().to_string(), violation.message))
        .collect();
    let errors = instance
        .get("errors")
        .and_then(Json::as_array)
        .into_iter()
        .flatten();
    let text = |error: &Json, name: &str| {
        error
            .get(name)
            .and_then(Json::as_str)
            .unwrap_or("")
            .to_string()
    };
    let wanted: BTreeSet<(String, String)> = errors
        .filter(|error| text(error, "stage") == "rule")
        .map(|error| (text(error, "pointer"), text(error, "message")))
        .collect();
    result.verdict += usize::from(found.is_empty() == wanted.is_empty());
    result.exact += usize::from(found == wanted);
    if found != wanted {
        let missing: Vec<_> = wanted.difference(&found).collect();
        let surplus: Vec<_> = found.difference(&wanted).collect();
        result.wrong.push(format!(
            "{}: missing {missing:?}, surplus {surplus:?}",
            text(instance, "id")
        ));
    }
}
