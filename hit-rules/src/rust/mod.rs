//! Typed rules to Rust source text.
//!
//! Where operands cannot fail the text is plain Rust: `&&`, `<=`,
//! `iter().all(..)`. Elsewhere it calls [`support`](hit_runtime::rules), holds
//! `?`, and belongs where a [`Tried`](hit_runtime::rules::Tried) is returned.

mod call;
mod code;
mod comprehension;
mod entry;
mod expression;
mod literal;
mod logic;
mod lowerer;
mod naming;
mod operator;
mod optional;
mod scalars;
mod select;
mod template;

pub use code::{NotLowered, PLAIN, Spot};
pub use entry::{RustEach, RustRule, lower, lower_each};
pub use naming::{Member, Naming, Read};
