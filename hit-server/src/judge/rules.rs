//! The rules of the schemas, with values from outside.
//!
//! Compiled once from the schemas that are served, so that what is enforced is what is shown.

use std::collections::BTreeMap;

use hit_rules::schema::{Outside as Values, Rules as Compiled};
use hit_runtime::check::{Checker, NodeId};
use hit_runtime::{Report, Violation};
use hit_schema::load::NoLoader;
use hit_schema::{Entry, Options};
use serde_json::{Value, json};

use super::schemas::Schemas;
use super::verdict::Outside;

/// The rules, by hit type.
pub struct Rules(BTreeMap<&'static str, OfType>);

struct OfType {
    checker: Checker,
    root: NodeId,
    rules: Compiled,
}

/// What the rules say.
#[derive(Debug, Default)]
pub struct Found {
    /// What does not hold.
    pub violations: Vec<Violation>,
    /// The ids of the rules that could not be evaluated, each once.
    pub not_evaluated: Vec<String>,
}

impl Rules {
    /// The rules of these schemas.
    pub fn new(schemas: &Schemas) -> Result<Self, String> {
        let compiled = schemas.all().iter().map(|schema| {
            let text = String::from_utf8_lossy(&schema.text).into_owned();
            Ok((schema.name, of_type(schema.name, text)?))
        });
        compiled.collect::<Result<_, String>>().map(Self)
    }

    /// Whether a code is the id of a rule.
    pub fn has(&self, name: &str, code: &str) -> bool {
        let of_type = self.0.get(name);
        of_type.is_some_and(|of_type| of_type.rules.ids().contains(&code))
    }

    /// Runs the rules over a hit of which its schema says `report`: those whose own inputs are valid.
    pub fn check(&self, name: &str, text: &[u8], outside: &Outside<'_>, report: &Report) -> Found {
        let (Some(of_type), Ok(document)) = (self.0.get(name), serde_json::from_slice(text)) else {
            return Found::default();
        };
        let context = context(&document, outside);
        let values = Values {
            context: Some(&context),
            ..Values::default()
        };
        let verdict =
            of_type
                .rules
                .check(&of_type.checker, of_type.root, &document, &values, report);
        let mut not_evaluated: Vec<String> =
            verdict.not_evaluated.into_iter().map(|it| it.id).collect();
        not_evaluated.sort_unstable();
        not_evaluated.dedup();
        Found {
            violations: verdict.violations,
            not_evaluated,
        }
    }
}

fn of_type(name: &str, text: String) -> Result<OfType, String> {
    let entry = Entry::text(name, text);
    let compiled = hit_schema::compile(&[entry], &NoLoader, &Options::STANDARD)
        .map_err(|error| error.to_string())?;
    let rules = hit_rules::schema::compile(&compiled, &NoLoader, &Options::STANDARD)
        .map_err(|error| error.to_string())?;
    let root = compiled.roots.first().map(|root| root.node);
    let root = root.ok_or_else(|| format!("the schema of {name} has no root"))?;
    let checker = compiled
        .program
        .prepare()
        .map_err(|error| error.to_string())?;
    Ok(OfType {
        checker,
        root,
        rules,
    })
}

/// The context that the rules read: of the catalogue only what this hit names.
fn context(document: &Value, outside: &Outside<'_>) -> Value {
    let mut context = json!({ "headers": outside.headers });
    let catalogue = outside.catalogue;
    let medias = document.get("medias").and_then(Value::as_array);
    let medias = medias.into_iter().flatten().filter_map(Value::as_str);
    let lengths: BTreeMap<&str, f64> = medias
        .filter_map(|media| Some((media, catalogue.length(media)?)))
        .collect();
    if let Some(members) = context.as_object_mut() {
        if catalogue.medias.is_some() {
            members.insert("mediaLengths".to_owned(), json!(lengths));
        }
        let session = document.get("sessionId").and_then(Value::as_str);
        if let Some(known) = catalogue.is_user(session.unwrap_or_default()) {
            // A set with or without the one identifier that is asked for answers the same.
            let users: Vec<&str> = session.into_iter().filter(|_| known).collect();
            members.insert("knownUsers".to_owned(), json!(users));
        }
    }
    context
}
