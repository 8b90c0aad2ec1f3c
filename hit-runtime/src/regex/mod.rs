//! ECMA-262 regular expressions (unicode mode) with their exact meaning.
//!
//! A pattern is parsed into a small tree. Without look-around and
//! back-references it becomes an expression of the `regex` crate; with
//! look-around at the beginning it becomes several; with other look-around it runs
//! on a set-based matcher of this crate, in time linear in the text; with back-references on a back-tracking matcher of bounded effort.
//!
//! Beyond unicode mode these are accepted, because schemas in the wild use them:
//! the legacy syntax of ECMA-262 annex B (`\-`, `\_`, a literal `{`), flags as a
//! group of their own (`(?i)`), and Python's `(?P<name>…)` and `(?P=name)`.

mod backtrack;
mod charset;
mod compiled;
mod conjunction;
mod error;
mod hot;
mod linear;
mod nfa;
mod parse;
mod syntax;
mod translate;

#[cfg(test)]
mod tests;

pub use compiled::{CompiledPattern, is_ecma_regex, regular_expression};
pub use error::PatternError;
