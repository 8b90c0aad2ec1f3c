//! Why an evaluation gave no value.

use std::fmt;

use crate::rules::value::value_type::Value;

/// Why an evaluation gave no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What kind of failure.
    pub kind: FaultKind,
    /// What happened.
    pub message: String,
}

/// The kinds of failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FaultKind {
    /// A value that an operation does not take: only where types were unknown.
    NoSuchOverload,
    /// A field or key that is not there.
    NoSuchKey,
    /// A value from outside of the document that is not known; the message
    /// names it. Stronger than other failures: the rule may well hold.
    Unknown,
    /// The document does not have the type that the rule was checked against.
    InvalidData,
    /// The step budget is used up. Never absorbed by `&&` and `||`.
    Budget,
    /// Anything else: overflow, division by zero, an index out of range, a text that is not what it should be.
    Other,
}

/// A value, or why there is none.
pub type Outcome<'a> = Result<Value<'a>, Fault>;

impl Fault {
    /// A failure of kind [`FaultKind::Other`].
    pub fn other(message: impl Into<String>) -> Self {
        Self {
            kind: FaultKind::Other,
            message: message.into(),
        }
    }

    /// The operation does not take these values.
    pub fn no_such_overload() -> Self {
        Self {
            kind: FaultKind::NoSuchOverload,
            message: "no such overload".to_string(),
        }
    }

    /// The field or key is not there.
    pub fn no_such_key(key: impl fmt::Display) -> Self {
        Self {
            kind: FaultKind::NoSuchKey,
            message: format!("no such key: {key}"),
        }
    }

    /// The document does not have its type.
    pub fn invalid_data(message: impl fmt::Display) -> Self {
        Self {
            kind: FaultKind::InvalidData,
            message: format!("invalid data, {message}"),
        }
    }

    /// A value from outside is not known.
    pub fn unknown(path: impl fmt::Display) -> Self {
        Self {
            kind: FaultKind::Unknown,
            message: path.to_string(),
        }
    }

    /// The failure to report of two: what is not known comes first, then the first one.
    #[must_use]
    pub fn or_stronger(self, other: Self) -> Self {
        if other.kind == FaultKind::Unknown && self.kind != FaultKind::Unknown {
            other
        } else {
            self
        }
    }

    /// Whether nothing may absorb it.
    pub fn is_final(&self) -> bool {
        self.kind == FaultKind::Budget
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
