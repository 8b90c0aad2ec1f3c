//! Logic in which a fault of one operand is absorbed when another decides.

use crate::rules::support::fault::{Fault, Tried};

/// `a && b`: false if either is false, even if the other fails.
///
/// # Errors
/// The first fault, unless the other operand is false.
#[inline]
pub fn and(
    first: impl FnOnce() -> Tried<bool>,
    second: impl FnOnce() -> Tried<bool>,
) -> Tried<bool> {
    match first() {
        Ok(true) => second(),
        Ok(false) => Ok(false),
        Err(fault) => match second() {
            Ok(false) => Ok(false),
            Ok(true) => Err(fault),
            Err(other) => Err(fault.or_stronger(other)),
        },
    }
}

/// `a || b`: true if either is true, even if the other fails.
///
/// # Errors
/// The first fault, unless the other operand is true.
#[inline]
pub fn or(
    first: impl FnOnce() -> Tried<bool>,
    second: impl FnOnce() -> Tried<bool>,
) -> Tried<bool> {
    match first() {
        Ok(false) => second(),
        Ok(true) => Ok(true),
        Err(fault) => match second() {
            Ok(true) => Ok(true),
            Ok(false) => Err(fault),
            Err(other) => Err(fault.or_stronger(other)),
        },
    }
}

/// Whether a predicate holds for all: false if one is false, even if others fail.
///
/// # Errors
/// The first fault, unless an element decides.
#[inline]
pub fn all<T>(
    items: impl IntoIterator<Item = T>,
    mut holds: impl FnMut(T) -> Tried<bool>,
) -> Tried<bool> {
    let mut fault: Option<Fault> = None;
    for item in items {
        match holds(item) {
            Ok(true) => {}
            Ok(false) => return Ok(false),
            Err(other) => {
                fault = Some(match fault.take() {
                    Some(first) => first.or_stronger(other),
                    None => other,
                });
            }
        }
    }
    fault.map_or(Ok(true), Err)
}

/// Whether a predicate holds for one at least: true if one is true, even if others fail.
///
/// # Errors
/// The first fault, unless an element decides.
#[inline]
pub fn exists<T>(
    items: impl IntoIterator<Item = T>,
    mut holds: impl FnMut(T) -> Tried<bool>,
) -> Tried<bool> {
    all(items, |item| holds(item).map(|value| !value)).map(|none| !none)
}

/// Whether a predicate holds for exactly one.
///
/// # Errors
/// The first fault.
#[inline]
pub fn exists_one<T>(
    items: impl IntoIterator<Item = T>,
    mut holds: impl FnMut(T) -> Tried<bool>,
) -> Tried<bool> {
    let mut count = 0usize;
    for item in items {
        count += usize::from(holds(item)?);
    }
    Ok(count == 1)
}

/// The elements for which a predicate holds.
///
/// # Errors
/// The first fault.
#[inline]
pub fn filter<T: Copy>(
    items: impl IntoIterator<Item = T>,
    mut holds: impl FnMut(T) -> Tried<bool>,
) -> Tried<Vec<T>> {
    let mut kept = Vec::new();
    for item in items {
        if holds(item)? {
            kept.push(item);
        }
    }
    Ok(kept)
}

/// As [`filter`], with a predicate that cannot fail.
#[inline]
pub fn keep<T: Copy>(
    items: impl IntoIterator<Item = T>,
    mut holds: impl FnMut(T) -> bool,
) -> Vec<T> {
    items.into_iter().filter(|item| holds(*item)).collect()
}

/// What becomes of each element.
///
/// # Errors
/// The first fault.
#[inline]
pub fn map<T, U>(
    items: impl IntoIterator<Item = T>,
    of: impl FnMut(T) -> Tried<U>,
) -> Tried<Vec<U>> {
    items.into_iter().map(of).collect()
}
