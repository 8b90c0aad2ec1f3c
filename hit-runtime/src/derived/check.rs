//! Rules in Rust.

use std::fmt::Display;

use crate::rules::Tried;

/// What a check in Rust returns: whether the value is right, or why it is not.
#[diagnostic::on_unimplemented(
    message = "a check returns `bool`, or `Result<(), String>` with what is wrong; this one returns `{Self}`",
    label = "returns `{Self}`"
)]
pub trait Verdict {
    /// The outcome; a message where the check has one of its own.
    ///
    /// # Errors
    /// The message.
    fn verdict(self) -> Result<Tried<bool>, String>;
}

impl Verdict for bool {
    #[inline]
    fn verdict(self) -> Result<Tried<bool>, String> {
        Ok(Ok(self))
    }
}

impl<E: Display> Verdict for Result<(), E> {
    #[inline]
    fn verdict(self) -> Result<Tried<bool>, String> {
        match self {
            Ok(()) => Ok(Ok(true)),
            Err(message) => Err(message.to_string()),
        }
    }
}

impl Verdict for Tried<bool> {
    #[inline]
    fn verdict(self) -> Result<Tried<bool>, String> {
        Ok(self)
    }
}

/// Runs a check.
///
/// # Errors
/// What the check says is wrong.
#[inline]
pub fn check<T: ?Sized, C: ?Sized, V: Verdict>(
    value: &T,
    ctx: &C,
    check: impl FnOnce(&T, &C) -> V,
) -> Result<Tried<bool>, String> {
    check(value, ctx).verdict()
}
