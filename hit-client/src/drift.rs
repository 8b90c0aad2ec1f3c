//! Whether the service holds hits to the schemas that these types were made from.

use serde_json::Value;

/// How a served schema relates to that of the types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drift {
    /// The same text.
    None,
    /// The same JSON value, written otherwise.
    Spelling,
    /// Another schema: `hit diff` says what it means.
    Other,
}

/// Compares the schema of a type that a service serves with that of `hit-model`; `None` for a type that
/// `hit-model` has not.
///
/// ```
/// use hit_client::{Drift, drift};
///
/// let own = hit_model::schema("VIEW").expect("a hit type");
/// assert_eq!(drift("VIEW", own), Some(Drift::None));
/// assert_eq!(drift("VIEW", &own.replace("\n", " ")), Some(Drift::Spelling));
/// assert_eq!(drift("VIEW", &own.replace("VIEW", "LOOK")), Some(Drift::Other));
/// assert_eq!(drift("LOOK", own), None);
/// ```
pub fn drift(hit_type: &str, served: &str) -> Option<Drift> {
    let own = hit_model::schema(hit_type)?;
    if own == served {
        return Some(Drift::None);
    }
    let value = |text| serde_json::from_str::<Value>(text).ok();
    Some(match value(own) == value(served) {
        true => Drift::Spelling,
        false => Drift::Other,
    })
}
