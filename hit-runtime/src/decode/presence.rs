//! Slots become fields, by how a member may be absent: what tables of
//! generated code name `required`, `optional` and `maybe`.

use serde::de::Error;

use crate::types::Maybe;

/// A member that must be there.
///
/// # Errors
/// When it is not.
pub fn required<T, E: Error>(slot: Option<T>, name: &'static str) -> Result<T, E> {
    slot.ok_or_else(|| E::missing_field(name))
}

/// A member that may be absent.
///
/// # Errors
/// Never; the signature is that of its siblings.
pub fn optional<T, E: Error>(slot: Option<T>, _: &'static str) -> Result<Option<T>, E> {
    Ok(slot)
}

/// A member that may be absent and may be `null`.
///
/// # Errors
/// Never; the signature is that of its siblings.
pub fn maybe<T, E: Error>(slot: Option<Maybe<T>>, _: &'static str) -> Result<Maybe<T>, E> {
    Ok(slot.unwrap_or_default())
}
