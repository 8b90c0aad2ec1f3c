//! What a comparison says.

use std::fmt;

use serde_json::Value;

/// Which documents have to stay valid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// What the old schema accepts, the new one accepts: new readers can read
    /// old documents.
    #[default]
    Backward,
    /// What the new schema accepts, the old one accepts: old readers can read
    /// new documents.
    Forward,
    /// Both.
    Full,
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Backward => "backward",
            Self::Forward => "forward",
            Self::Full => "full",
        })
    }
}

/// How a compatible verdict was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proof {
    /// Apart from annotations and spelling the schemas are the same.
    Same,
    /// hit's prover found that no document can be lost.
    Inclusion,
    /// The second prover (the crate `jsonschema`) did.
    Canonical,
}

impl Proof {
    /// A word for reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Inclusion => "inclusion",
            Self::Canonical => "canonical",
        }
    }
}

/// A document that one schema accepts and the other refuses.
#[derive(Clone, Debug, PartialEq)]
pub struct Witness {
    /// The document.
    pub document: Value,
    /// Where a rule refuses it: values from outside with which it does. Without,
    /// rules that ask for some are not evaluated.
    pub context: Option<Value>,
    /// In which direction it breaks: backward, when the new schema refuses
    /// what the old one accepts; forward, the other way.
    pub broken: Mode,
    /// Where the refusing schema's demand stands, and what it says.
    pub refusal: Option<hit_runtime::Violation>,
    /// Whether the schema accepts it, and a rule refuses it.
    pub by_rule: bool,
    /// Whether a validator that shares no code with hit agrees. It cannot for
    /// drafts 3 and 1 (v1), which it does not know, and it knows no rules.
    pub independent: bool,
}

/// A place in one of the schemas.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// What messages call the document.
    pub document: String,
    /// JSON Pointer.
    pub pointer: String,
    /// Line and column, from 1, where the text is at hand.
    pub line: Option<(usize, usize)>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some((line, column)) => write!(f, "{}:{line}:{column}", self.document)?,
            None => f.write_str(&self.document)?,
        }
        write!(f, " #{}", self.pointer)
    }
}

/// The outcome of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// Proved: no document is lost.
    Compatible {
        /// How.
        proof: Proof,
    },
    /// Refuted by a document that validators have checked.
    Breaking {
        /// The document.
        witness: Box<Witness>,
    },
    /// Neither proved nor refuted.
    Undecided {
        /// Why.
        reason: String,
        /// The places in question.
        places: Vec<Place>,
    },
}

impl Verdict {
    /// Whether compatibility is proved.
    pub fn is_compatible(&self) -> bool {
        matches!(self, Self::Compatible { .. })
    }

    /// Whether it is refuted.
    pub fn is_breaking(&self) -> bool {
        matches!(self, Self::Breaking { .. })
    }

    /// Whether it stays open.
    pub fn is_undecided(&self) -> bool {
        matches!(self, Self::Undecided { .. })
    }
}
