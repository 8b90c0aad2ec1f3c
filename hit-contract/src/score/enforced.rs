//! Schemas that a faulty service enforces instead of those it serves.

use std::collections::BTreeMap;

use hit_rules::schema::{Outside, Rules};
use hit_runtime::check::{Checker, NodeId};
use hit_runtime::json::{Limits, parse_bytes};
use hit_runtime::{Report, Severity, Violation};
use hit_schema::load::NoLoader;
use hit_schema::{Entry, Options};
use serde_json::{Map, Value, json};

/// Schemas by the constant that `type` is, ready to judge.
pub struct Enforced {
    types: BTreeMap<String, OfType>,
    known: Value,
}

struct OfType {
    checker: Checker,
    root: NodeId,
    rules: Rules,
}

impl Enforced {
    /// Of schemas by their type, and what is known outside.
    ///
    /// # Errors
    /// A schema that does not compile.
    pub fn new(schemas: &BTreeMap<String, Value>, known: &Value) -> Result<Self, String> {
        let types = schemas.iter().map(|(name, schema)| {
            let made = of_type(name, schema)?;
            Ok((name.clone(), made))
        });
        Ok(Self {
            types: types.collect::<Result<_, String>>()?,
            known: known.clone(),
        })
    }

    /// What is wrong with a body; `None` where it is not JSON or of no type.
    pub fn judge(&self, body: &[u8], headers: &BTreeMap<String, String>) -> Option<Vec<Violation>> {
        let tree = parse_bytes(body, &Limits::default()).ok()?;
        self.value(&tree.to_value(), headers)
    }

    /// What is wrong with a value; `None` where it is of no type.
    pub fn value(
        &self,
        value: &Value,
        headers: &BTreeMap<String, String>,
    ) -> Option<Vec<Violation>> {
        let name = value.get("type")?.as_str()?;
        let of_type = self
            .types
            .get(name)
            .or_else(|| self.types.get(&name.to_uppercase()))?;
        let report = of_type.checker.check(of_type.root, value);
        if !report.is_ok() {
            return Some(report.violations);
        }
        let mut context: Map<String, Value> = self.known.as_object().cloned().unwrap_or_default();
        context.insert("headers".to_owned(), json!(headers));
        let context = Value::Object(context);
        let outside = Outside {
            context: Some(&context),
            old: None,
        };
        let verdict = of_type.rules.check(
            &of_type.checker,
            of_type.root,
            value,
            &outside,
            &Report::default(),
        );
        let errors = verdict.violations.into_iter();
        Some(errors.filter(|it| it.severity == Severity::Error).collect())
    }
}

fn of_type(name: &str, schema: &Value) -> Result<OfType, String> {
    let entry = Entry::text(name, schema.to_string());
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
