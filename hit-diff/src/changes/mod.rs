//! What changed, where, and what that does.

mod data;
mod describe;
mod parts;
mod rules;
mod walk;

pub use data::{Change, Direction, Severity};
pub(crate) use walk::Walk;
