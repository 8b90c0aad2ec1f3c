//! What samples are asked for, and what comes back.

use std::fmt;

use hit_runtime::Violation;

use crate::prove::Budget;

/// What samples are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SampleSettings {
    /// How many.
    pub count: usize,
    /// The same seed gives the same samples.
    pub seed: u64,
    /// Documents the schema refuses, each for one keyword at one place.
    pub invalid: bool,
    /// What one sample may cost.
    pub budget: Budget,
}

impl Default for SampleSettings {
    fn default() -> Self {
        Self {
            count: 1,
            seed: 0,
            invalid: false,
            budget: Budget::default(),
        }
    }
}

/// A document, checked by two validators.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// The bytes that were checked: one line of JSON.
    pub text: String,
    /// For an invalid one, the only thing that is wrong with it.
    pub violation: Option<Violation>,
    /// Whether a validator that shares no code with hit agrees; it cannot where
    /// it does not know the draft.
    pub independent: bool,
}

/// Why there are no samples, or fewer than asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoSample {
    /// The schema accepts nothing; or, asked for invalid ones, everything.
    None,
    /// None was found, and why.
    Unknown(String),
    /// The validators disagree about it.
    Disputed(String),
    /// Those that were found are refused by the rule of this id.
    Ruled(String),
}

impl fmt::Display for NoSample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("there is no such document"),
            Self::Unknown(reason) => write!(f, "no such document was found: {reason}"),
            Self::Ruled(id) => write!(f, "those found are refused by the rule `{id}`"),
            Self::Disputed(reason) => write!(f, "a document was found, but {reason}"),
        }
    }
}

impl std::error::Error for NoSample {}
