//! A value of a document, and what is tried there.

use hit_runtime::Pointer;
use hit_runtime::check::Kind;
use serde_json::Value;

use crate::make::want::Want;
use crate::text::Edit;

/// A value of a document, and the check that applies to it.
pub struct Spot<'d> {
    /// Where it is.
    pub at: &'d Pointer,
    /// The value.
    pub value: &'d Value,
    /// The check.
    pub kind: &'d Kind,
    /// What they want together.
    pub want: &'d Want,
    /// Names of members that other schemas have.
    pub foreign: &'d [String],
}

/// A change that may keep a document valid or not: the judges say which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The change.
    pub edits: Vec<Edit>,
    /// In words.
    pub recipe: String,
}

impl Candidate {
    /// One change.
    pub fn new(edit: Edit, recipe: impl Into<String>) -> Self {
        Self {
            edits: vec![edit],
            recipe: recipe.into(),
        }
    }
}

impl Spot<'_> {
    /// Another value here.
    pub fn replaced(&self, raw: impl Into<String>, recipe: impl Into<String>) -> Candidate {
        let edit = Edit::Replace {
            at: self.at.clone(),
            raw: raw.into(),
        };
        Candidate::new(edit, recipe)
    }

    /// Another text here.
    pub fn text(&self, text: &str, recipe: impl Into<String>) -> Candidate {
        self.replaced(crate::text::quote(text), recipe)
    }
}
