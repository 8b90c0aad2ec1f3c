//! CEL, the language of rules, as text: scanner, parser, syntax tree, places.
//!
//! Apart from `hit-rules`, and without any dependency, so that a derive macro
//! reads rules without building the type checker and the interpreter.

pub mod ast;
pub mod lexer;
pub mod parser;

mod diagnostic;
mod escape;
mod re2;
mod span;
mod suggest;
mod template;

pub use diagnostic::Diagnostic;
pub use escape::{escape, unescape};
pub use parser::parse;
pub use re2::re2;
pub use span::{Span, line_column};
pub use suggest::{closest, listed};
pub use template::{Part, template};
