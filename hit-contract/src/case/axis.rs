//! What a case tries.

/// What a case tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Axis {
    /// A document that is accepted: edges, branches, corners.
    Positive,
    /// The same value in other bytes.
    Spelling,
    /// A document with one fault.
    Negative,
    /// What is below JSON: encodings, media types, sizes, framing.
    Wire,
    /// A rule across members, or with values from outside.
    Rule,
    /// Of the random phase.
    Random,
}

impl Axis {
    /// As reports spell it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Spelling => "spelling",
            Self::Negative => "negative",
            Self::Wire => "wire",
            Self::Rule => "rule",
            Self::Random => "random",
        }
    }
}
