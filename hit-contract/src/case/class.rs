//! How a case has to be answered.

/// How a case has to be answered; the profile of a service says with which status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Accepted, stored once, and read back equal.
    Accepted,
    /// Refused: the schema or a rule does.
    Invalid,
    /// Refused: it is not JSON.
    Malformed,
    /// Refused: it does not say that it is JSON.
    MediaType,
    /// Refused: it is too large.
    TooLarge,
    /// Either way, but never with a server error; and stored if and only if accepted.
    Open,
    /// Either way: accepted and read back equal, or refused and not stored.
    EqualOrRefused,
}

impl Class {
    /// As reports spell it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Invalid => "refused as invalid",
            Self::Malformed => "refused as malformed",
            Self::MediaType => "refused for its media type",
            Self::TooLarge => "refused for its size",
            Self::Open => "no server error",
            Self::EqualOrRefused => "accepted unchanged, or refused",
        }
    }

    /// Whether it has to be refused.
    pub fn is_refusal(self) -> bool {
        matches!(
            self,
            Self::Invalid | Self::Malformed | Self::MediaType | Self::TooLarge
        )
    }
}
