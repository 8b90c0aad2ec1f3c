//! The labels of metrics: all of them few.

use prometheus_client::encoding::EncodeLabelSet;

/// A hit type and what became of a hit of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct Outcome {
    /// The hit type; empty where it is not known.
    pub r#type: &'static str,
    /// `stored`, `before` (sent again under its key), `refused`.
    pub outcome: &'static str,
}

/// The keyword, the rule or the class of a problem.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct Code {
    /// Its name.
    pub code: String,
}

/// Why something was not done.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct Reason {
    /// In a word.
    pub reason: &'static str,
}
