//! CEL to Rust.
//!
//! A derive sees one struct, not the types of its fields. What an operator
//! does is therefore chosen by traits of `hit_runtime::derived`, which are
//! implemented for the types of rules: rustc checks what hit's own checker
//! would, and speaks at the token.

mod call;
mod code;
mod comprehension;
mod expression;
mod functions;
mod literal;
mod logic;
mod lowerer;
mod optional;
mod select;
mod template;
mod tokens;

pub use lowerer::{Lowerer, Members};
pub use select::rust_name;
pub use tokens::{mixed, respanned};
