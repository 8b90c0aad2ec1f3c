//! Schemas with one keyword changed at random: faults that nobody chose, so that the
//! tester cannot be made to fit them.

use std::collections::BTreeMap;
use std::sync::Arc;

use hit_diff::{Budget, Mode, Schema, Verdict, check};
use serde_json::{Value, json};

use super::enforced::Enforced;
use super::faults::Enforces;
use super::ground::Ground;
use super::misbehave::Misbehave;
use super::run::{Reference, first_finding, pristine};

/// A change that was made at random.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// What was changed: type, place in the schema, how.
    pub change: String,
    /// What was found; nothing when it escaped.
    pub found: Option<String>,
}

/// What came of changes at random.
#[derive(Clone, Debug, Default)]
pub struct Mutants {
    /// Those that change which documents are accepted.
    pub tried: Vec<Mutant>,
    /// Those that do not, by proof: there is nothing to find.
    pub equivalent: usize,
    /// Those of which neither is proven.
    pub undecided: usize,
}

/// Runs the tester against so many changes of one keyword at one place.
///
/// # Errors
/// Where the service does not start or cannot be asked.
pub async fn mutants(
    reference: &dyn Reference,
    seed: u64,
    count: usize,
    mut told: impl FnMut(&Mutant),
) -> Result<Mutants, String> {
    let pristine = pristine(reference, seed).await?;
    let schemas = reference.schemas();
    let ground = Ground::new(schemas.clone(), reference.known())?;
    let mut rng = fastrand::Rng::with_seed(seed);
    let mut outcome = Mutants::default();
    let mut known = std::collections::BTreeSet::new();
    let mut attempts = 0;
    while outcome.tried.len() < count && attempts < count * 20 {
        attempts += 1;
        let Some((name, changed, change)) = mutated(&schemas, &mut rng) else {
            continue;
        };
        if !known.insert(change.clone()) {
            continue;
        }
        let Some(old) = schemas.get(&name) else {
            continue;
        };
        match differs(&name, old, &changed) {
            None => outcome.undecided += 1,
            Some(false) => outcome.equivalent += 1,
            Some(true) => {
                let mut all = schemas.clone();
                all.insert(name, changed);
                let Ok(enforced) = Enforced::new(&all, &ground.known, Some(&ground.plain)) else {
                    continue;
                };
                let fault: Arc<dyn Misbehave> = Arc::new(Enforces::new(enforced, &ground));
                let found = first_finding(reference, &fault, &pristine, seed).await?;
                let mutant = Mutant { change, found };
                told(&mutant);
                outcome.tried.push(mutant);
            }
        }
    }
    Ok(outcome)
}

/// Whether two schemas accept different documents; `None` where that is not proven.
fn differs(name: &str, old: &Value, new: &Value) -> Option<bool> {
    let old = Schema::from_text(name, &old.to_string()).ok()?;
    let new = Schema::from_text(name, &new.to_string()).ok()?;
    match check(&old, &new, Mode::Full, Budget::default()) {
        Verdict::Compatible { .. } => Some(false),
        Verdict::Breaking { .. } => Some(true),
        Verdict::Undecided { .. } => None,
    }
}

/// One type's schema with one keyword changed.
fn mutated(
    schemas: &BTreeMap<String, Value>,
    rng: &mut fastrand::Rng,
) -> Option<(String, Value, String)> {
    let names: Vec<&String> = schemas.keys().collect();
    let name = (*names.get(rng.usize(..names.len()))?).clone();
    let mut schema = schemas.get(&name)?.clone();
    let mut places = Vec::new();
    find(&schema, String::new(), &mut places);
    let (at, keyword) = places.get(rng.usize(..places.len().max(1)))?.clone();
    let members = schema.pointer_mut(&at)?.as_object_mut()?;
    let value = members.get(&keyword)?.clone();
    let (new, how) = other(&keyword, &value, rng)?;
    match new {
        Some(new) => drop(members.insert(keyword.clone(), new)),
        None => drop(members.remove(&keyword)),
    }
    Some((
        name.clone(),
        schema,
        format!("{name}#{at}/{keyword}: {how}"),
    ))
}

const KEYWORDS: &[&str] = &[
    "type",
    "enum",
    "const",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "required",
    "additionalProperties",
    "items",
];

/// Where there is a keyword that can be changed.
fn find(schema: &Value, at: String, out: &mut Vec<(String, String)>) {
    match schema {
        Value::Object(members) => {
            for (name, value) in members {
                let schema_like = !at.ends_with("/properties") && !at.ends_with("/$defs");
                if schema_like && KEYWORDS.contains(&name.as_str()) {
                    out.push((at.clone(), name.clone()));
                }
                if !matches!(
                    name.as_str(),
                    "x-rules" | "x-rules-context" | "examples" | "enum" | "const" | "RulesContext"
                ) {
                    let mut pointer = hit_runtime::Pointer::from_escaped(at.clone());
                    pointer.push(name);
                    find(value, pointer.as_str().to_owned(), out);
                }
            }
        }
        Value::Array(_) => {}
        _ => {}
    }
}

/// Another value of a keyword, or none; and in words what was done.
fn other(keyword: &str, value: &Value, rng: &mut fastrand::Rng) -> Option<(Option<Value>, String)> {
    if rng.u8(..3) == 0 {
        return Some((None, "dropped".to_owned()));
    }
    let new = match (keyword, value) {
        ("required", Value::Array(names)) => {
            let mut names = names.clone();
            names.remove(rng.usize(..names.len()));
            json!(names)
        }
        ("enum", Value::Array(values)) => {
            let mut values = values.clone();
            match rng.bool() {
                true => drop(values.remove(rng.usize(..values.len()))),
                false => values.push(json!("OTHER")),
            }
            json!(values)
        }
        ("type", Value::String(own)) => {
            let types = [
                "string", "number", "integer", "boolean", "null", "array", "object",
            ];
            match rng.bool() {
                true => json!(types.get(rng.usize(..types.len()))?),
                false => json!([own, types.get(rng.usize(..types.len()))?]),
            }
        }
        (
            "minimum" | "maximum" | "minLength" | "maxLength" | "minItems" | "maxItems",
            Value::Number(number),
        ) => {
            let step = [-1, 1, -2, 2, 10].get(rng.usize(..5)).copied().unwrap_or(1);
            let moved = number.as_i64()?.checked_add(step)?;
            match keyword {
                "minimum" | "maximum" => json!(moved),
                _ => json!(u64::try_from(moved).ok()?),
            }
        }
        ("pattern", Value::String(pattern)) => {
            let changed = match rng.u8(..4) {
                0 => pattern.trim_end_matches('$').to_owned(),
                1 => pattern.trim_start_matches('^').to_owned(),
                2 => pattern.replacen("[0-9]", "[0-8]", 1),
                _ => pattern.replacen("{1,4}", "{1,5}", 1),
            };
            json!(changed)
        }
        ("const", Value::String(text)) => json!(format!("{text}S")),
        _ => return Some((None, "dropped".to_owned())),
    };
    (new != *value).then(|| {
        let shown: String = new.to_string().chars().take(60).collect();
        (Some(new), format!("now {shown}"))
    })
}
