//! The data of a report. Rendering lives in the sibling modules.

use crate::pointer::Pointer;
use crate::report::not_evaluated::NotEvaluated;

/// How bad a violation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth a look; the document is accepted.
    Warning,
    /// The document is refused.
    Error,
}

/// A stretch of a text. Lines and columns are 1-based; columns count code points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Byte offset of the first byte.
    pub start: usize,
    /// Byte offset after the last byte.
    pub end: usize,
    /// Line of the first byte, from 1.
    pub line: u32,
    /// Column of the first byte in code points, from 1.
    pub column: u32,
}

/// One thing that is wrong with a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    /// The keyword as the schema spells it (`minimum`), or the id of a rule.
    pub code: String,
    /// Whether the document is refused for it.
    pub severity: Severity,
    /// Where in the document.
    pub instance: Pointer,
    /// Where in the schema: document and JSON Pointer (`play.schema.json#/properties/duration/minimum`).
    pub schema: String,
    /// What was expected and what was found.
    pub message: String,
    /// Where in the text, when a text was read.
    pub span: Option<Span>,
}

/// Everything found about one document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// In document order of discovery.
    pub violations: Vec<Violation>,
    /// Rules that were not evaluated, and why. They do not refuse the document.
    pub not_evaluated: Vec<NotEvaluated>,
}

impl From<Vec<Violation>> for Report {
    fn from(violations: Vec<Violation>) -> Self {
        Self {
            violations,
            not_evaluated: Vec::new(),
        }
    }
}

impl Report {
    /// Whether the document is accepted: no violation is an error.
    #[inline]
    pub fn is_ok(&self) -> bool {
        self.violations
            .iter()
            .all(|violation| violation.severity < Severity::Error)
    }

    /// This report with all spans moved on: for a text that is a part of a file,
    /// `lines` lines and `bytes` bytes after its beginning.
    #[must_use]
    pub fn moved_by(mut self, lines: u32, bytes: usize) -> Self {
        for span in self
            .violations
            .iter_mut()
            .filter_map(|violation| violation.span.as_mut())
        {
            span.line = span.line.saturating_add(lines);
            span.start = span.start.saturating_add(bytes);
            span.end = span.end.saturating_add(bytes);
        }
        self
    }
}
