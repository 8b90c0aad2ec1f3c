//! The interpreter: a typed tree and values to a value, within a step budget.

mod call;
mod comprehension;
mod context;
mod entry;
mod expression;
mod literal;
mod logic;
mod select;

pub use entry::{Bindings, DEFAULT_BUDGET, evaluate, evaluate_with};
