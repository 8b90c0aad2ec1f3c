//! Why a rule could not be evaluated.

use std::borrow::Cow;
use std::fmt;

/// Why a rule could not be evaluated: an overflow, an absent member, an index out of range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault(pub Cow<'static, str>);

/// A value, or why there is none.
pub type Tried<T> = Result<T, Fault>;

impl Fault {
    /// A fault with a fixed message.
    pub const fn fixed(message: &'static str) -> Self {
        Self(Cow::Borrowed(message))
    }

    /// A fault with a message made for the occasion.
    pub fn made(message: String) -> Self {
        Self(Cow::Owned(message))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Fault {}
