//! Unions that only the engine can decide.

use serde::de::{Deserializer, Error};
use serde_json::Value;

use super::buffer::{any, judge};
use super::codec::{Codec, Ctx};
use crate::check::{LazyChecker, NodeId};

/// Reads the whole value, has the engine judge it against `node`, and finds the
/// first of `arms` that accepts it. Gives the arm's place, the value and the
/// context to read it in.
///
/// # Errors
/// When `node` or all `arms` refuse the value.
pub fn first_match<'de, D: Deserializer<'de>>(
    deserializer: D,
    ctx: Ctx,
    checker: &'static LazyChecker,
    node: NodeId,
    arms: &[NodeId],
) -> Result<(usize, Value, Ctx), D::Error> {
    let value = any().read(deserializer, ctx)?;
    if !ctx.is_checked() {
        judge(checker, node, &value)?;
    }
    let engine = checker.get();
    match arms.iter().position(|arm| engine.is_valid(*arm, &value)) {
        Some(arm) => Ok((arm, value, ctx.checked())),
        None => Err(D::Error::custom("no alternative of the schema accepts the value")),
    }
}
