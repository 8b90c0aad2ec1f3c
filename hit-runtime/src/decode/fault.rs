//! The first thing wrong on the fast road, and the checks that find it.

use std::fmt;

use serde::de::{Error, Unexpected};

/// A keyword that a value violates. Cheap: nothing is formatted before somebody reads it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fault {
    /// The keyword.
    pub keyword: &'static str,
    /// What it allows.
    pub limit: Limit,
}

/// What a violated keyword allows, for the message.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// A count.
    Count(u64),
    /// A whole number.
    Integer(i128),
    /// A number.
    Double(f64),
    /// A pattern, a format, a name.
    Text(&'static str),
}

/// What a check says.
pub type Outcome = Result<(), Fault>;

impl Fault {
    /// A fault of `keyword`, which allows `limit`.
    pub fn new(keyword: &'static str, limit: Limit) -> Self {
        Self { keyword, limit }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.keyword, self.limit)
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => write!(f, "{count}"),
            Self::Integer(integer) => write!(f, "{integer}"),
            Self::Double(double) => write!(f, "{double}"),
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// A fault as the error of a deserializer.
#[cold]
pub(crate) fn fail<E: Error>(fault: Fault) -> E {
    E::custom(format_args!("the value violates `{fault}`"))
}

/// A value of a type that the schema does not allow here.
///
/// # Errors
/// Always.
#[cold]
pub fn unexpected<T, E: Error>(found: Unexpected<'_>, expected: &'static str) -> Result<T, E> {
    Err(E::invalid_type(found, &expected))
}

/// A check outside of a codec.
///
/// # Errors
/// When it failed.
pub fn hold<E: Error>(outcome: Outcome) -> Result<(), E> {
    outcome.map_err(fail)
}
