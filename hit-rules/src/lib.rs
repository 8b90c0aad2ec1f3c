//! CEL for rules in JSON Schemas: a parser with byte spans, a type checker,
//! a typed syntax tree and an interpreter.

pub mod ast;
pub mod checker;
pub mod entries;
pub mod functions;
pub mod interp;
#[cfg(feature = "judge")]
pub mod judge;
pub mod kubernetes;
pub mod lexer;
pub mod parser;
pub mod rust;
pub mod schema;
pub mod typed;
pub mod types;
pub mod value;

mod diagnostic;
mod environment;
mod span;

pub use checker::{Checked, check, compile};
pub use diagnostic::Diagnostic;
pub use environment::{CONTEXT, Environment};
pub use interp::{Bindings, DEFAULT_BUDGET, evaluate, evaluate_with};
pub use parser::parse;
pub use span::{Span, line_column};
