//! What can be wrong with an answer.

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The kind.
    pub kind: Kind,
    /// What all faults of one cause have in common.
    pub cause: String,
    /// What was expected and what was found.
    pub detail: String,
}

/// The kinds of what can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// 5xx.
    ServerError,
    /// No reply, or none that is HTTP.
    NoReply,
    /// Accepted, and had to be refused.
    Accepted,
    /// Refused, and had to be accepted.
    Refused,
    /// Accepted or refused rightly, with another status than the profile says.
    Status,
    /// Accepted and not stored, or not under its identifier.
    NotStored,
    /// Stored, and not what was sent.
    Altered,
    /// Stored another number of times than once.
    Doubled,
    /// Refused and stored.
    StoredThoughRefused,
    /// A refusal that is no well-formed problem document.
    Problem,
    /// A refusal that does not name the place or the keyword.
    Pointer,
    /// A refusal that says a personal value again.
    Echo,
    /// A reply that took too long, twice.
    Slow,
    /// Busy, and without `Retry-After` or for ever.
    Busy,
    /// A schema that is not served as it should be.
    Schema,
    /// A method that is not refused as it should be.
    Method,
    /// Something where there is nothing.
    Absent,
    /// A repeated key that does not do what it should.
    Idempotency,
    /// A document without a link to itself, or a link that leads nowhere.
    Links,
    /// A use that is recorded though it should not be, or not though it should.
    Usage,
}

impl Kind {
    /// As reports spell it.
    pub fn name(self) -> &'static str {
        match self {
            Self::ServerError => "server-error",
            Self::NoReply => "no-reply",
            Self::Accepted => "accepted-though-invalid",
            Self::Refused => "refused-though-valid",
            Self::Status => "wrong-status",
            Self::NotStored => "not-stored",
            Self::Altered => "altered",
            Self::Doubled => "stored-not-once",
            Self::StoredThoughRefused => "stored-though-refused",
            Self::Problem => "problem-document",
            Self::Pointer => "pointer",
            Self::Echo => "personal-value",
            Self::Slow => "slow",
            Self::Busy => "busy",
            Self::Schema => "schema",
            Self::Method => "method",
            Self::Absent => "absent",
            Self::Idempotency => "idempotency",
            Self::Links => "links",
            Self::Usage => "usage",
        }
    }
}

impl Fault {
    /// A fault of a kind.
    pub fn new(kind: Kind, cause: impl Into<String>, detail: impl Into<String>) -> Self {
        Self {
            kind,
            cause: cause.into(),
            detail: detail.into(),
        }
    }
}
