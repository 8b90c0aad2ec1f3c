//! One change.

use serde_json::Value;

use crate::check::Place;

/// What a change does to the set of documents at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// Some are no longer accepted.
    Narrowed,
    /// Some more are accepted.
    Widened,
    /// Both.
    Both,
    /// Only what the schema says besides.
    Annotation,
    /// Neither was proved.
    Undetermined,
}

impl Direction {
    /// What a change does that does the one at one place and the other at
    /// another.
    pub(crate) fn and(self, other: Self) -> Self {
        match (self, other) {
            (one, other) if one == other => one,
            (Self::Annotation, other) | (other, Self::Annotation) => other,
            (Self::Undetermined, _) | (_, Self::Undetermined) => Self::Undetermined,
            _ => Self::Both,
        }
    }

    /// A word for reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Narrowed => "narrowed",
            Self::Widened => "widened",
            Self::Both => "both",
            Self::Annotation => "annotation",
            Self::Undetermined => "undetermined",
        }
    }
}

/// How much a change matters in the mode that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is lost by it.
    Info,
    /// It loses documents at its place, or may, and the schemas as wholes are
    /// not shown to.
    Warning,
    /// It loses documents, and so do the schemas.
    Breaking,
}

impl Severity {
    /// A word for reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Breaking => "breaking",
        }
    }
}

/// One change between two schemas.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What kind of change: `minimum-added`, `property-removed`, …
    pub id: String,
    /// Where the old schema says it.
    pub old: Option<Place>,
    /// Where the new schema says it.
    pub new: Option<Place>,
    /// What it does to the values at its place.
    pub direction: Direction,
    /// How much it matters.
    pub severity: Severity,
    /// One sentence.
    pub message: String,
    /// A value at its place that is lost.
    pub witness: Option<Value>,
    /// Twelve hexadecimal digits, the same as long as the change is.
    pub fingerprint: String,
}
