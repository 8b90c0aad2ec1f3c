//! CEL for rules in JSON Schemas: a parser with byte spans, a type checker,
//! a typed syntax tree and an interpreter.

pub mod checker;
pub mod entries;
pub mod facts;
#[cfg(feature = "judge")]
pub mod judge;
pub mod kubernetes;
pub mod rust;
pub mod schema;

mod environment;

pub use checker::{Checked, check, compile};
pub use environment::{CONTEXT, Environment};
pub use hit_cel::{Diagnostic, Span, ast, lexer, line_column, parse, parser};
pub use hit_runtime::rules::interp::{Bindings, DEFAULT_BUDGET, evaluate, evaluate_with};
pub use hit_runtime::rules::{functions, typed, types, value};
