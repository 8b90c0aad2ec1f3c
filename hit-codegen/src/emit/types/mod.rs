//! Definitions of types, as tokens.

mod item;
mod structure;
mod tuple;
mod union;
mod words;

pub(super) use item::definition;
pub(super) use structure::field_ty;
