//! Tokens to a syntax tree: precedence climbing, macros recognized.

mod cursor;
mod literal;
mod macros;
mod member;
mod operator;

pub use operator::parse;
