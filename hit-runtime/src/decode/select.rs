//! Unions that only the engine can decide.

use serde::de::{Deserializer, Error};
use serde_json::Value;

use super::buffer::{any, judge};
use super::codec::{Codec, Ctx};
use crate::check::{LazyChecker, NodeId};

/// The error of reading from a value in memory.
pub type JsonError = serde_json::Error;

/// A union whose first accepting arm holds the value.
pub trait Ordered: Sized {
    /// The arms' subschemas, in order.
    const ARMS: &'static [NodeId];

    /// Reads the arm at a place.
    ///
    /// # Errors
    /// When it does not accept the value.
    fn arm(at: usize, value: Value, ctx: Ctx) -> Result<Self, JsonError>;
}

/// Reads the whole value, has the engine judge it against `node` and find the
/// first arm that accepts it.
pub(super) fn read_first_match<'de, T: Ordered, D: Deserializer<'de>>(
    deserializer: D,
    ctx: Ctx,
    checker: &'static LazyChecker,
    node: NodeId,
) -> Result<T, D::Error> {
    let value = any().read(deserializer, ctx)?;
    if !ctx.is_checked() {
        judge(checker, node, &value)?;
    }
    let engine = checker.get();
    match T::ARMS.iter().position(|arm| engine.is_valid(*arm, &value)) {
        Some(at) => T::arm(at, value, ctx.checked()).map_err(D::Error::custom),
        None => Err(D::Error::custom(
            "no alternative of the schema accepts the value",
        )),
    }
}

/// The answer for a place that no arm has.
///
/// # Errors
/// Always.
#[cold]
pub fn no_arm<T>() -> Result<T, JsonError> {
    Err(JsonError::custom("no such alternative"))
}
