//! An entry as it is written.

use hit_runtime::Severity;

use crate::Diagnostic;
use crate::Span;

/// An entry of `x-rules`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// `id`: the code of its violations.
    pub id: String,
    /// `rule`; `None` for an opaque entry, whose check is written in code.
    pub rule: Option<String>,
    /// `message`: a template with `{expression}` in it.
    pub message: Option<String>,
    /// `messageExpression`: a rule that gives the message.
    pub message_expression: Option<String>,
    /// `path`, or `fieldPath`: a JSON Pointer below the node, as member names.
    pub path: Vec<String>,
    /// `when`: the rule counts only where this holds.
    pub when: Option<String>,
    /// `severity`
    pub severity: Severity,
    /// `optionalOldSelf`
    pub optional_old_self: bool,
}

/// What is wrong with an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryError {
    /// JSON Pointer of the wrong part below `x-rules`.
    pub pointer: String,
    /// The text of that part, if it is text with places in it.
    pub text: String,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
}

impl EntryError {
    /// An error about a part as a whole.
    pub fn whole(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        let diagnostic = Diagnostic::new(message, Span::default(), 0);
        Self {
            pointer: pointer.into(),
            text: String::new(),
            diagnostics: vec![diagnostic],
        }
    }
}
