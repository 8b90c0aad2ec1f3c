//! Planting the changes.

use serde_json::Value;

use super::change::set;
use super::own::OWN;
use super::shared::{ROOTS, SHARED};
use crate::score::faults::enforces::Enforces;
use crate::score::ground::{Ground, at};
use crate::score::planted::Planted;

/// Faults of keywords.
///
/// # Errors
/// A change that is none, or makes a schema that is none: the list is out of date.
pub fn schema(ground: &Ground) -> Result<Vec<Planted>, String> {
    let mut planted = Vec::new();
    for (id, place, keyword, value) in SHARED.iter().chain(OWN) {
        let value = parsed(id, value)?;
        let path: Vec<&str> = place.split('/').collect();
        let (definition, path) = path.split_first().unwrap_or((&"", &[]));
        planted.push(plant(ground, id, |schema| {
            for place in at(schema, definition, path) {
                set(place, keyword, value.as_ref());
            }
        })?);
    }
    for (id, keyword, value) in ROOTS {
        let value = parsed(id, value)?;
        planted.push(plant(ground, id, |schema| {
            set(schema, keyword, value.as_ref())
        })?);
    }
    for (id, name) in [("ip-not-required", "ip"), ("date-not-required", "date")] {
        planted.push(plant(ground, id, |schema| {
            if let Some(names) = schema.get_mut("required").and_then(Value::as_array_mut) {
                names.retain(|it| it != name);
            }
        })?);
    }
    Ok(planted)
}

fn plant(ground: &Ground, id: &str, change: impl Fn(&mut Value)) -> Result<Planted, String> {
    let enforced = ground.changed(change)?;
    let enforced = enforced.ok_or_else(|| format!("the fault {id} changes nothing"))?;
    Ok(Planted::new("schema", id, Enforces::new(enforced, ground)))
}

/// The new value; `None` where the keyword is dropped.
fn parsed(id: &str, value: &str) -> Result<Option<Value>, String> {
    let parsed = (!value.is_empty()).then(|| serde_json::from_str(value));
    parsed
        .transpose()
        .map_err(|error| format!("the fault {id}: {error}"))
}
