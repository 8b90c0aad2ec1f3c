//! Real rules with one selected field renamed: all must be refused, in the right place.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::checker;
use crate::kubernetes::{Node, RuleSet, compile, environment_at};

/// The result.
#[derive(Clone, Debug, Default)]
pub struct Mutants {
    /// Broken rules that were refused.
    pub refused: usize,
    /// Broken rules that were refused at the reference's line and column, for the reference's reason.
    pub located: usize,
    /// All broken rules.
    pub all: usize,
    /// Rules that are not broken and were refused.
    pub originals_refused: usize,
    /// What went wrong.
    pub wrong: Vec<String>,
}

/// Checks the rules of `typecheck-mutants.jsonl`. `load` gives the schema file of a path.
pub fn mutants(lines: &str, load: &mut dyn FnMut(&str) -> Option<Json>) -> Mutants {
    let mut result = Mutants::default();
    let mut schemas: BTreeMap<String, Option<RuleSet>> = BTreeMap::new();
    for line in lines.lines() {
        let Ok(mutant) = serde_json::from_str::<Json>(line) else {
            continue;
        };
        let text = |name: &str| mutant.get(name).and_then(Json::as_str).unwrap_or("");
        result.all += 1;
        let path = text("schema");
        let rules = schemas.entry(path.to_string()).or_insert_with(|| {
            load(path).map(|file| compile(file.get("openAPIV3Schema").unwrap_or(&Json::Null), true))
        });
        let node = rules
            .as_ref()
            .and_then(|rules| Some((rules, at(&rules.root, text("schemaPath"))?)));
        let Some((rules, node)) = node else {
            result
                .wrong
                .push(format!("{path}{}: no such place", text("schemaPath")));
            continue;
        };
        let Some(ty) = &node.ty else {
            result
                .wrong
                .push(format!("{path}{}: no type", text("schemaPath")));
            continue;
        };
        let environment = environment_at(&rules.types, ty, is_optional(node, text("original")));
        if let Err(errors) = checker::compile(text("original"), &environment) {
            result.originals_refused += 1;
            let message = errors.first().map_or("", |error| &error.message);
            result
                .wrong
                .push(format!("original refused: {}: {message}", text("original")));
        }
        let Err(errors) = checker::compile(text("rule"), &environment) else {
            result.wrong.push(format!("not refused: {}", text("rule")));
            continue;
        };
        result.refused += 1;
        let number = |name: &str| mutant.get(name).and_then(Json::as_u64).unwrap_or(0);
        let place = (number("line"), number("column"));
        let located = errors.iter().any(|error| {
            let (line, column) = error.line_column(text("rule"));
            (u64::from(line), u64::from(column)) == place
                && error.message.starts_with(text("error"))
        });
        if located {
            result.located += 1;
        } else {
            let shown: Vec<String> = errors
                .iter()
                .map(|error| error.render(text("rule")))
                .collect();
            result.wrong.push(format!(
                "expected {place:?} {}: {}",
                text("error"),
                shown.join("\n")
            ));
        }
    }
    result
}

fn is_optional(node: &Node, rule: &str) -> bool {
    let entries = node.written.iter().flat_map(|written| &written.rules);
    entries
        .filter(|entry| entry.get("rule").and_then(Json::as_str) == Some(rule))
        .any(|entry| {
            entry
                .get("optionalOldSelf")
                .and_then(Json::as_bool)
                .unwrap_or(false)
        })
}

/// The node that a schema pointer leads to.
fn at<'n>(root: &'n Node, pointer: &str) -> Option<&'n Node> {
    let mut node = root;
    let mut tokens = pointer.split('/').skip(1);
    while let Some(token) = tokens.next() {
        node = match token {
            "properties" => node
                .properties
                .get(&tokens.next()?.replace("~1", "/").replace("~0", "~"))?,
            "items" => node.items.as_deref()?,
            "additionalProperties" => node.additional.as_deref()?,
            "allOf" => {
                tokens.next()?;
                node
            }
            _ => return None,
        };
    }
    Some(node)
}
