//! The type checker: a syntax tree and an environment to a typed tree.

mod call;
mod comprehension;
mod context;
mod entry;
mod expression;
mod hints;
mod literal;
mod logic;
mod names;
mod select;

pub use entry::{Checked, check, compile};
pub use hit_cel::closest;
