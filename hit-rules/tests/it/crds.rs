//! The schemas of real custom resources, read as JSON Schemas: their rules are
//! found, check, and say about recorded objects what the reference says.

use crate::corpus;

use std::collections::{BTreeMap, BTreeSet};

use hit_rules::schema::{Outside, Rules, compile};
use hit_runtime::Report;
use hit_runtime::check::{Checker, NodeId};
use hit_schema::load::NoLoader;
use hit_schema::{Entry, Options};
use serde_json::Value;

struct Schema {
    rules: Rules,
    checker: Checker,
    root: NodeId,
}

fn read(path: &str) -> Result<Schema, String> {
    let file = corpus::json(path).ok_or("it cannot be read")?;
    let text = file["openAPIV3Schema"].to_string();
    let options = Options {
        meta_schema: false,
        ..Options::STANDARD
    };
    let compiled = hit_schema::compile(&[Entry::text(path, text)], &NoLoader, &options)
        .map_err(|errors| format!("schema: {errors}"))?;
    let rules = compile(&compiled, &NoLoader, &options).map_err(|errors| errors.to_string())?;
    let root = compiled.roots.first().ok_or("no root")?.node;
    let checker = compiled.program.prepare().map_err(|it| it.to_string())?;
    Ok(Schema {
        rules,
        checker,
        root,
    })
}

/// Pointers and messages.
type Found = BTreeSet<(String, String)>;

fn wanted(instance: &Value) -> Found {
    let errors = instance["errors"].as_array();
    let rules = errors
        .into_iter()
        .flatten()
        .filter(|error| error["stage"] == "rule");
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    rules
        .map(|error| (text(&error["pointer"]), text(&error["message"])))
        .collect()
}

fn found(schema: &Schema, instance: &Value) -> Found {
    let either = |first: &str, second: &str| instance.get(first).or_else(|| instance.get(second));
    let null = Value::Null;
    let object = either("effective", "object").unwrap_or(&null);
    let outside = Outside {
        context: None,
        old: either("effectiveOld", "oldObject"),
        ..Outside::default()
    };
    // What the schema itself says is judged elsewhere.
    let report = Report::default();
    let verdict = schema
        .rules
        .check(&schema.checker, schema.root, object, &outside, &report);
    let violations = verdict.violations.into_iter();
    violations
        .map(|it| (it.instance.to_string(), it.message))
        .collect()
}

#[test]
fn recorded_objects_of_real_resources() {
    let Some(paths) = corpus::instances() else {
        return;
    };
    let mut schemas: BTreeMap<String, Result<Schema, String>> = BTreeMap::new();
    let (mut right, mut all, mut wrong) = (0, 0, BTreeSet::new());
    for path in paths {
        for line in corpus::text(&path).unwrap_or_default().lines() {
            let Ok(instance) = serde_json::from_str::<Value>(line) else {
                continue;
            };
            if instance["rulesEvaluated"] != true {
                continue;
            }
            all += 1;
            let path = instance["schema"].as_str().unwrap_or("").to_owned();
            match schemas.entry(path.clone()).or_insert_with(|| read(&path)) {
                Ok(schema) if found(schema, &instance) == wanted(&instance) => right += 1,
                Ok(schema) => {
                    let (found, wanted) = (found(schema, &instance), wanted(&instance));
                    wrong.insert(format!("{path}: {found:?} instead of {wanted:?}"));
                }
                Err(error) => {
                    wrong.insert(format!("{path}: {error}"));
                }
            }
        }
    }
    println!("{right} of {all} right, {} schemas", schemas.len());
    assert!(wrong.is_empty(), "{} wrong: {wrong:#?}", wrong.len());
    assert_eq!(right, all);
}
