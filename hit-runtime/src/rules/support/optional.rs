//! Members that may be absent.

use crate::rules::support::fault::{Fault, Tried};

/// The member, which must be there.
///
/// # Errors
/// When it is absent.
#[inline]
pub fn present<'a, T>(member: Option<&'a T>, name: &str) -> Tried<&'a T> {
    member.ok_or_else(|| Fault::made(format!("no such key: {name}")))
}

/// The value from outside, which must be known. `path` names it: `ctx.videoLength`.
///
/// # Errors
/// When it is not known.
#[inline]
pub fn known<'a, T: ?Sized>(member: Option<&'a T>, path: &'static str) -> Tried<&'a T> {
    member.ok_or(Fault::unknown(path))
}

/// As [`known`], of a value that is not borrowed.
///
/// # Errors
/// When it is not known.
#[inline]
pub fn known_value<T>(value: Option<T>, path: &'static str) -> Tried<T> {
    value.ok_or(Fault::unknown(path))
}

/// The value of an optional, which must hold one.
///
/// # Errors
/// When it is empty.
#[inline]
pub fn value<T>(optional: Option<T>) -> Tried<T> {
    optional.ok_or(Fault::fixed("optional.none() dereference"))
}
