//! Schemas that have to be checked to check themselves on the same value.

mod components;
mod unroll;

pub(crate) use unroll::unroll;
