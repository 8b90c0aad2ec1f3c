//! JSON text (RFC 8259) as a tree in which every value knows where it stands.
//!
//! Stricter than many parsers where two parsers could disagree: duplicate
//! member names, numbers that no number type holds and lone surrogates are
//! errors. The depth is bounded, and no input makes the parser recurse.

mod error;
mod hint;
mod locate;
mod node;
mod number;
mod parse;
mod parser;
mod string;

pub use error::{SyntaxError, SyntaxErrorKind};
pub use node::{Json, Member, Node};
pub use parse::{Limits, parse, parse_bytes};

#[cfg(test)]
mod tests;
