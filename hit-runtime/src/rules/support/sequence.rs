//! Elements of lists and entries of maps.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use crate::rules::support::fault::{Fault, Tried};

/// An element.
///
/// # Errors
/// When there is none at this index.
#[inline]
pub fn at<T>(list: &[T], index: i64) -> Tried<&T> {
    get(list, index).ok_or_else(|| Fault::made(format!("index out of bounds: {index}")))
}

/// An element, if there is one at this index.
#[inline]
pub fn get<T>(list: &[T], index: i64) -> Option<&T> {
    usize::try_from(index)
        .ok()
        .and_then(|index| list.get(index))
}

/// The value of a key.
///
/// # Errors
/// When the key is not there.
#[inline]
pub fn entry<'m, K: Borrow<str> + Ord, V>(map: &'m BTreeMap<K, V>, key: &str) -> Tried<&'m V> {
    map.get(key)
        .ok_or_else(|| Fault::made(format!("no such key: {key}")))
}

/// The value of a key, if it is there.
#[inline]
pub fn get_entry<'m, K: Borrow<str> + Ord, V>(map: &'m BTreeMap<K, V>, key: &str) -> Option<&'m V> {
    map.get(key)
}

/// A length as an integer of rules.
#[inline]
pub fn length(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}
