//! Members written, by how they may be absent: what tables of generated code
//! name `required`, `optional` and `maybe`.

use serde::ser::{Serialize, SerializeMap};

use crate::types::Maybe;

/// Writes a member that is always there.
///
/// # Errors
/// The serializer's own.
pub fn required<M: SerializeMap, T: Serialize>(
    map: &mut M,
    name: &'static str,
    value: &T,
) -> Result<(), M::Error> {
    map.serialize_entry(name, value)
}

/// Writes a member that may be absent.
///
/// # Errors
/// The serializer's own.
pub fn optional<M: SerializeMap, T: Serialize>(
    map: &mut M,
    name: &'static str,
    value: &Option<T>,
) -> Result<(), M::Error> {
    match value {
        Some(value) => map.serialize_entry(name, value),
        None => Ok(()),
    }
}

/// Writes a member that may be absent and may be `null`.
///
/// # Errors
/// The serializer's own.
pub fn maybe<M: SerializeMap, T: Serialize>(
    map: &mut M,
    name: &'static str,
    value: &Maybe<T>,
) -> Result<(), M::Error> {
    if value.is_absent() {
        Ok(())
    } else {
        map.serialize_entry(name, value)
    }
}
