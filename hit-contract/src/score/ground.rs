//! What faults are made from: the schemas that are served, and what is known.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use super::enforced::Enforced;

/// What faults are made from.
#[derive(Clone)]
pub struct Ground {
    /// The schemas that are served, by type.
    pub schemas: BTreeMap<String, Value>,
    /// What is known outside of documents.
    pub known: Value,
    /// The schemas as they are, ready to judge.
    pub plain: Arc<Enforced>,
}

impl Ground {
    /// Of schemas by their type.
    ///
    /// # Errors
    /// A schema that does not compile.
    pub fn new(schemas: BTreeMap<String, Value>, known: Value) -> Result<Self, String> {
        let plain = Arc::new(Enforced::new(&schemas, &known, None)?);
        Ok(Self {
            schemas,
            known,
            plain,
        })
    }

    /// The schemas with a change; `None` where it changes nothing.
    ///
    /// # Errors
    /// Where what comes of it is no schema.
    pub fn changed(&self, change: impl Fn(&mut Value)) -> Result<Option<Enforced>, String> {
        let mut schemas = self.schemas.clone();
        schemas.values_mut().for_each(change);
        match schemas == self.schemas {
            true => Ok(None),
            false => Enforced::new(&schemas, &self.known, Some(&self.plain)).map(Some),
        }
    }
}

/// Every subschema of a name below any `$defs`, and below that a path of members.
pub fn at<'v>(schema: &'v mut Value, definition: &str, path: &[&str]) -> Vec<&'v mut Value> {
    let mut found = Vec::new();
    definitions(schema, definition, &mut found);
    let inside = |value: &'v mut Value| {
        path.iter()
            .try_fold(value, |value, name| value.get_mut(*name))
    };
    found.into_iter().filter_map(inside).collect()
}

fn definitions<'v>(schema: &'v mut Value, name: &str, out: &mut Vec<&'v mut Value>) {
    match schema {
        Value::Object(members) => {
            for (member, value) in members.iter_mut() {
                if member == "$defs" {
                    in_definitions(value, name, out);
                } else {
                    definitions(value, name, out);
                }
            }
        }
        Value::Array(items) => items
            .iter_mut()
            .for_each(|item| definitions(item, name, out)),
        _ => {}
    }
}

fn in_definitions<'v>(value: &'v mut Value, name: &str, out: &mut Vec<&'v mut Value>) {
    let Value::Object(members) = value else {
        return;
    };
    for (member, value) in members.iter_mut() {
        match member == name {
            true => out.push(value),
            false => definitions(value, name, out),
        }
    }
}
