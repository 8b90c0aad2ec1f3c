//! What is wrong with the text of a rule.

use std::fmt;

use crate::span::{Span, line_column};

/// An error or a warning about a rule, with its place in the rule's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong and, where known, what would be right.
    pub message: String,
    /// The stretch to underline.
    pub span: Span,
    /// The byte the message is about: the operator, the `.` of a selection, the `(` of a call.
    pub at: usize,
}

impl Diagnostic {
    /// A message about one stretch of text.
    pub fn new(message: impl Into<String>, span: Span, at: usize) -> Self {
        Self {
            message: message.into(),
            span,
            at,
        }
    }

    /// Line and column of [`Self::at`] in the rule's text, from 1, in code points.
    pub fn line_column(&self, text: &str) -> (u32, u32) {
        line_column(text, self.at)
    }

    /// The message with its line and a caret, as a compiler prints it.
    pub fn render(&self, text: &str) -> String {
        let (line, column) = self.line_column(text);
        let source = text.split('\n').nth(line as usize - 1).unwrap_or("");
        let pad: String = source
            .chars()
            .take(column as usize - 1)
            .map(|c| if c == '\t' { '\t' } else { ' ' })
            .collect();
        format!("{line}:{column}: {}\n | {source}\n | {pad}^", self.message)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
