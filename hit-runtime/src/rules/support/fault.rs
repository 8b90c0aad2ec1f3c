//! Why a rule could not be evaluated.

use std::borrow::Cow;
use std::fmt;

/// Why a rule could not be evaluated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What happened: an overflow, an absent member, an index out of range. Or
    /// the value from outside that is not known: `ctx.videoLength`.
    pub message: Cow<'static, str>,
    /// Whether a value from outside is not known, so that the rule may well hold.
    pub unknown: bool,
}

/// A value, or why there is none.
pub type Tried<T> = Result<T, Fault>;

impl Fault {
    /// A rule that would take too long.
    pub const STEPS: Self = Self::fixed("the rule needs too many steps");

    /// A fault with a fixed message.
    #[inline]
    pub const fn fixed(message: &'static str) -> Self {
        Self {
            message: Cow::Borrowed(message),
            unknown: false,
        }
    }

    /// A fault with a message made for the occasion.
    #[inline]
    pub fn made(message: String) -> Self {
        Self {
            message: Cow::Owned(message),
            unknown: false,
        }
    }

    /// A value from outside that is not known.
    #[inline]
    pub const fn unknown(path: &'static str) -> Self {
        Self {
            message: Cow::Borrowed(path),
            unknown: true,
        }
    }

    /// What stands at the end of the name of an entry of a map whose key the name leaves
    /// open: `ctx.mediaLengths[…]`.
    pub const OPEN_KEY: &str = "[…]";

    /// Whether an entry of a map is not known, and the name leaves open which.
    #[inline]
    pub fn leaves_key_open(&self) -> bool {
        self.unknown && self.message.ends_with(Self::OPEN_KEY)
    }

    /// The fault to report of two: what is not known comes first, then the first one.
    #[must_use]
    #[inline]
    pub fn or_stronger(self, other: Self) -> Self {
        if other.unknown && !self.unknown {
            other
        } else {
            self
        }
    }
}

impl fmt::Display for Fault {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}
