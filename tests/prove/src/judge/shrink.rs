//! Making a disagreement small.

use serde_json::{Value, json};

use super::case::Case;

/// Attempts, at most.
const MOST: usize = 2_000;

/// The smallest case found for which `holds` is still true.
pub fn shrink(case: &Case, holds: impl Fn(&Case) -> bool) -> Case {
    let mut best = case.clone();
    let mut left = MOST;
    loop {
        let smaller = candidates(&best).find(|candidate| {
            left = left.saturating_sub(1);
            left == 0 || holds(candidate)
        });
        match smaller {
            Some(smaller) if left > 0 => best = smaller,
            _ => return best,
        }
    }
}

/// Smaller cases, the boldest first: a part for the whole, then less of both.
fn candidates(case: &Case) -> impl Iterator<Item = Case> + '_ {
    let parts = subschemas(&case.schema)
        .into_iter()
        .flat_map(move |schema| {
            let documents = std::iter::once(case.document.clone()).chain(children(&case.document));
            documents.map(move |document| Case {
                schema: dressed(&schema, &case.schema),
                ..case.with(document)
            })
        });
    let schemas = smaller(&case.schema).into_iter().map(|schema| Case {
        schema,
        ..case.clone()
    });
    let documents = smaller(&case.document)
        .into_iter()
        .map(|document| case.with(document));
    parts.chain(schemas).chain(documents)
}

/// Objects up to three levels below a schema: its subschemas are among them.
fn subschemas(schema: &Value) -> Vec<Value> {
    let mut found = Vec::new();
    let mut level = children(schema);
    for _ in 0..3 {
        let next = level.iter().flat_map(children).collect();
        found.extend(
            std::mem::replace(&mut level, next)
                .into_iter()
                .filter(Value::is_object),
        );
    }
    found
}

/// A part of a schema with the definitions of the whole.
fn dressed(part: &Value, whole: &Value) -> Value {
    let mut dressed = part.clone();
    for keyword in ["$schema", "$defs", "definitions"] {
        if let (Value::Object(members), Some(value)) = (&mut dressed, whole.get(keyword)) {
            members.entry(keyword).or_insert_with(|| value.clone());
        }
    }
    dressed
}

fn children(value: &Value) -> Vec<Value> {
    match value {
        Value::Object(members) => members.values().cloned().collect(),
        Value::Array(items) => items.clone(),
        _ => Vec::new(),
    }
}

/// Values that are smaller in one place.
fn smaller(value: &Value) -> Vec<Value> {
    let mut found = Vec::new();
    match value {
        Value::Object(members) => {
            for name in members.keys() {
                let mut fewer = members.clone();
                fewer.remove(name);
                found.push(fewer.into());
            }
            for (name, member) in members {
                for smaller in smaller(member) {
                    let mut other = members.clone();
                    other.insert(name.clone(), smaller);
                    found.push(other.into());
                }
            }
        }
        Value::Array(items) => {
            found.extend(items.iter().cloned());
            for at in 0..items.len() {
                let mut fewer = items.clone();
                fewer.remove(at);
                found.push(fewer.into());
            }
            for (at, item) in items.iter().enumerate() {
                for smaller in smaller(item) {
                    let mut other = items.clone();
                    other[at] = smaller;
                    found.push(other.into());
                }
            }
        }
        Value::String(text) if !text.is_empty() => {
            found.push(json!(""));
            let mut shorter = text.clone();
            shorter.pop();
            found.push(shorter.into());
            found.push(text.chars().skip(1).collect::<String>().into());
        }
        Value::Number(number) if number.as_f64() != Some(0.0) && number.as_f64() != Some(1.0) => {
            found.extend([json!(0), json!(1)]);
        }
        Value::Bool(true) => found.push(json!(false)),
        _ => {}
    }
    found
}
