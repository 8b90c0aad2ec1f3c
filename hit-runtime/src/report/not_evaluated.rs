//! Rules that neither hold nor do not.

use std::fmt;

use crate::pointer::Pointer;

/// A rule that was not evaluated at a place: it neither passed nor failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotEvaluated {
    /// Its id.
    pub id: String,
    /// The place of its `self`.
    pub instance: Pointer,
    /// Why.
    pub reason: Reason,
}

/// Why a rule was not evaluated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A value from outside is not known: `ctx.headers`.
    Unknown(String),
    /// What it reads does not match the schema, which is reported as such.
    InvalidInput,
    /// Its check is written in code that is not here.
    Opaque,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(name) => write!(f, "{name} is not known"),
            Self::InvalidInput => f.write_str("what it reads is not valid"),
            Self::Opaque => f.write_str("its check is written in code"),
        }
    }
}
