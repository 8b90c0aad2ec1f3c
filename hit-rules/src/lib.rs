//! CEL for rules in JSON Schemas: a parser with byte spans, a type checker,
//! a typed syntax tree and an interpreter.

pub mod ast;
pub mod functions;
pub mod lexer;
pub mod parser;
pub mod time;
pub mod types;
pub mod value;

mod base64;
mod diagnostic;
mod net;
mod quantity;
mod semver;
mod span;

pub use diagnostic::Diagnostic;
pub use parser::parse;
pub use span::{Span, line_column};
