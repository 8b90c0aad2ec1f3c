//! Optionals: `self.?a`, `list[?0]`.

use super::read::{Lack, Read};
use crate::rules::{Fault, Tried};

/// An optional of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Optional<V>(pub Option<V>);

/// A member that may be absent.
///
/// # Errors
/// When it is out of the range of rules.
#[inline]
pub fn optional<'a, T: Read<'a> + ?Sized>(place: &'a T) -> Tried<Optional<T::As>> {
    match place.read() {
        Ok(value) => Ok(Optional(Some(value))),
        Err(Lack::Absent) => Ok(Optional(None)),
        Err(Lack::Fault(fault)) => Err(fault),
    }
}

/// A member of what may be absent.
///
/// # Errors
/// Those of the member.
#[inline]
pub fn of_optional<V, W>(
    from: Optional<V>,
    member: impl FnOnce(V) -> Tried<Optional<W>>,
) -> Tried<Optional<W>> {
    from.0.map_or(Ok(Optional(None)), member)
}

/// Whether a member of what may be absent is there.
#[inline]
pub fn has_optional<V>(from: Optional<V>, has: impl FnOnce(V) -> bool) -> bool {
    from.0.is_some_and(has)
}

/// Whether there is a value.
///
/// # Errors
/// None.
#[inline]
pub fn has_value<V>(optional: Optional<V>) -> Tried<bool> {
    Ok(optional.0.is_some())
}

/// The value.
///
/// # Errors
/// When there is none.
#[inline]
pub fn optional_value<V>(optional: Optional<V>) -> Tried<V> {
    optional
        .0
        .ok_or(Fault::fixed("optional.none() dereference"))
}

/// An optional with a value.
#[inline]
pub fn optional_of<V>(value: V) -> Optional<V> {
    Optional(Some(value))
}

/// An optional without a value.
#[inline]
pub fn optional_none<V>() -> Optional<V> {
    Optional(None)
}

/// The value before, where there may be none.
#[inline]
pub fn optional_reference<T>(old: Option<&T>) -> Optional<&T> {
    Optional(old)
}

/// Elements of lists have no value before.
#[inline]
pub fn none_of<T>(_value: &T) -> Option<&T> {
    None
}
