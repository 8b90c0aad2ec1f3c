//! What is asked.

use hit_schema::Draft;
use serde_json::Value;

/// A schema and a document.
#[derive(Clone, Debug)]
pub struct Case {
    /// The draft where the schema says nothing.
    pub draft: Draft,
    /// The schema.
    pub schema: Value,
    /// The document.
    pub document: Value,
    /// Whether formats are asserted.
    pub formats: bool,
}

impl Case {
    /// The same draft and schema with another document.
    pub fn with(&self, document: Value) -> Self {
        Self {
            document,
            ..self.clone()
        }
    }
}

/// Accepted, or refused. A schema that is not taken has no verdict on
/// documents, but a reason.
pub type Answer = Result<bool, String>;

/// Two answers on one case.
#[derive(Clone, Debug)]
pub struct Disagreement {
    /// The case, shrunk.
    pub case: Case,
    /// What hit says.
    pub hit: Answer,
    /// What `jsonschema` says.
    pub other: Answer,
}
