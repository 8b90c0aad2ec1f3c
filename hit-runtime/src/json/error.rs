//! What is wrong with a text that should be JSON.

use std::fmt;

use crate::{Pointer, Span};

/// The kinds of [`SyntaxError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SyntaxErrorKind {
    /// Not the grammar of RFC 8259. Nothing after it was read.
    Syntax,
    /// Not UTF-8, or a `\u` escape that is half a surrogate pair.
    Encoding,
    /// Nested deeper than [`super::Limits::depth`]. Nothing after it was read.
    TooDeep,
    /// Two members of one object have the same name.
    DuplicateMember,
    /// A number beyond the range of 64-bit floats.
    NumberOutOfRange,
}

/// One thing wrong with a JSON text.
#[derive(Clone, Debug, PartialEq)]
pub struct SyntaxError {
    /// What kind of error.
    pub kind: SyntaxErrorKind,
    /// What was expected and what was found.
    pub message: String,
    /// What to do about it, where that is known.
    pub hint: Option<String>,
    /// Where in the text.
    pub span: Span,
    /// The value that was being read.
    pub pointer: Pointer,
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}: {}",
            self.span.line, self.span.column, self.message
        )?;
        match &self.hint {
            Some(hint) => write!(f, " ({hint})"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for SyntaxError {}
