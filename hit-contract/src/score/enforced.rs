//! Schemas that a faulty service enforces instead of those it serves.

use std::collections::BTreeMap;
use std::sync::Arc;

use hit_rules::schema::{Outside, Rules};
use hit_runtime::check::{Checker, NodeId};
use hit_runtime::json::{Limits, parse_bytes};
use hit_runtime::{Severity, Violation};
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
    /// The rules, and the schema that they were compiled with: a change of a keyword may
    /// leave them without a place, and they are to stay as they are.
    ruled: Arc<Ruled>,
}

struct Ruled {
    checker: Checker,
    root: NodeId,
    rules: Rules,
}

impl Enforced {
    /// Of schemas by their type, and what is known outside. Where rules do not compile with
    /// a schema, those of `plain` are taken.
    ///
    /// # Errors
    /// A schema that does not compile.
    pub fn new(
        schemas: &BTreeMap<String, Value>,
        known: &Value,
        plain: Option<&Self>,
    ) -> Result<Self, String> {
        let types = schemas.iter().map(|(name, schema)| {
            let fallback = plain.and_then(|plain| plain.types.get(name));
            let made = of_type(name, schema, fallback)?;
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
            ..Outside::default()
        };
        let ruled = &of_type.ruled;
        // What the rules' own schema finds wrong is not what this one is about.
        let report = ruled.checker.check(ruled.root, value);
        let verdict = ruled
            .rules
            .check(&ruled.checker, ruled.root, value, &outside, &report);
        let errors = verdict.violations.into_iter();
        Some(errors.filter(|it| it.severity == Severity::Error).collect())
    }
}

fn of_type(name: &str, schema: &Value, fallback: Option<&OfType>) -> Result<OfType, String> {
    let entry = Entry::text(name, schema.to_string());
    let compiled = hit_schema::compile(&[entry], &NoLoader, &Options::STANDARD)
        .map_err(|error| error.to_string())?;
    let rules = hit_rules::schema::compile(&compiled, &NoLoader, &Options::STANDARD);
    let root = compiled.roots.first().map(|root| root.node);
    let root = root.ok_or_else(|| format!("the schema of {name} has no root"))?;
    let prepared = || {
        let program = compiled.program.clone();
        program.prepare().map_err(|error| error.to_string())
    };
    let ruled = match (rules, fallback) {
        (Ok(rules), _) => Arc::new(Ruled {
            checker: prepared()?,
            root,
            rules,
        }),
        (Err(_), Some(fallback)) => Arc::clone(&fallback.ruled),
        (Err(error), None) => return Err(error.to_string()),
    };
    Ok(OfType {
        checker: prepared()?,
        root,
        ruled,
    })
}
