//! Messages about schemas.

use hit_runtime::{Pointer, Severity};

use crate::source::{Origin, SourceId, SourceMap};

/// One message about a schema document.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// Its code in the catalogue ([`crate::codes`]), such as `HIT0301`.
    pub code: &'static str,
    /// Whether it stops the work.
    pub severity: Severity,
    /// What is wrong: one sentence without a full stop.
    pub message: String,
    /// The place it is about.
    pub origin: Option<Origin>,
    /// Other places that have to do with it.
    pub secondary: Vec<Label>,
    /// What to do about it.
    pub help: Option<String>,
}

/// A place and what there is to say about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The place.
    pub origin: Origin,
    /// A few words.
    pub text: String,
}

impl Diagnostic {
    /// An error without a place.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: Severity::Error,
            message: message.into(),
            origin: None,
            secondary: Vec::new(),
            help: None,
        }
    }

    /// A warning without a place.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, message)
        }
    }

    /// The same as a warning.
    #[must_use]
    pub fn as_warning(self) -> Self {
        Self {
            severity: Severity::Warning,
            ..self
        }
    }

    /// The same at a place.
    #[must_use]
    pub fn at(mut self, origin: Origin) -> Self {
        self.origin = Some(origin);
        self
    }

    /// The same with advice.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with one more place.
    #[must_use]
    pub fn also(mut self, origin: Origin, text: impl Into<String>) -> Self {
        self.secondary.push(Label {
            origin,
            text: text.into(),
        });
        self
    }
}

/// Messages together with the documents they point into.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    /// The messages: by document, then by place.
    pub items: Vec<Diagnostic>,
    /// The documents.
    pub sources: SourceMap,
}

/// Collects messages while a phase runs.
#[derive(Debug, Default)]
pub struct Sink {
    items: Vec<Diagnostic>,
}

impl Sink {
    /// Takes a message.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.items.push(diagnostic);
    }

    /// Whether one of them is an error.
    pub fn has_errors(&self) -> bool {
        self.items
            .iter()
            .any(|item| item.severity == Severity::Error)
    }

    /// Whether there is one about a place, or about one above or below it.
    pub fn has_at(&self, source: SourceId, pointer: &Pointer) -> bool {
        let pointer = pointer.as_str();
        let mut origins = self.items.iter().filter_map(|item| item.origin.as_ref());
        origins.any(|origin| {
            let other = origin.pointer.as_str();
            origin.source == source && (is_below(pointer, other) || is_below(other, pointer))
        })
    }

    /// All messages in the order of the documents, each once.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.items.sort_by_key(|item| {
            let origin = item.origin.as_ref();
            origin.map(|origin| (origin.source, origin.span.start, origin.span.end))
        });
        self.items.dedup();
        self.items
    }
}

/// Whether a pointer leads to a place, or below it, that another leads to.
fn is_below(pointer: &str, other: &str) -> bool {
    pointer
        .strip_prefix(other)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
