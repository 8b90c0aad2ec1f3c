//! Lists of scalars.

use crate::rules::support::fault::{Fault, Tried};
use crate::rules::support::sequence::length;
use crate::rules::support::steps::Steps;

/// The sum of integers.
///
/// # Errors
/// When it is out of range.
#[inline]
pub fn sum(mut items: impl Iterator<Item = i64>) -> Tried<i64> {
    items
        .try_fold(0i64, i64::checked_add)
        .ok_or(Fault::fixed("integer overflow"))
}

/// The least of the items.
///
/// # Errors
/// When there are none.
#[inline]
pub fn least<T: PartialOrd>(items: impl Iterator<Item = T>) -> Tried<T> {
    items
        .reduce(|best, item| if item < best { item } else { best })
        .ok_or(Fault::fixed("min called on empty list"))
}

/// The greatest of the items.
///
/// # Errors
/// When there are none.
pub fn greatest<T: PartialOrd>(items: impl Iterator<Item = T>) -> Tried<T> {
    items
        .reduce(|best, item| if item > best { item } else { best })
        .ok_or(Fault::fixed("max called on empty list"))
}

/// Whether no item is greater than the next one.
#[inline]
pub fn is_sorted<T: PartialOrd>(mut items: impl Iterator<Item = T>) -> bool {
    let Some(mut before) = items.next() else {
        return true;
    };
    items.all(|item| {
        let fine = !matches!(before.partial_cmp(&item), Some(std::cmp::Ordering::Greater));
        before = item;
        fine
    })
}

/// The index of the first equal item, or -1.
#[inline]
pub fn position<T: PartialEq>(mut items: impl Iterator<Item = T>, wanted: &T) -> i64 {
    items.position(|item| item == *wanted).map_or(-1, length)
}

/// The index of the last equal item, or -1.
#[inline]
pub fn last_position<T: PartialEq>(items: impl Iterator<Item = T>, wanted: &T) -> i64 {
    items
        .enumerate()
        .filter(|(_, item)| item == wanted)
        .last()
        .map_or(-1, |(index, _)| length(index))
}

/// Whether each of the second items is one of the first.
#[inline]
pub fn contains_all<T: PartialEq>(
    items: impl Iterator<Item = T>,
    mut wanted: impl Iterator<Item = T>,
    steps: &Steps,
) -> bool {
    let items: Vec<T> = items.collect();
    wanted.all(|item| is_among(&items, &item, steps))
}

/// Whether one of the second items is one of the first.
#[inline]
pub fn contains_any<T: PartialEq>(
    items: impl Iterator<Item = T>,
    mut wanted: impl Iterator<Item = T>,
    steps: &Steps,
) -> bool {
    let items: Vec<T> = items.collect();
    wanted.any(|item| is_among(&items, &item, steps))
}

/// Whether two lists have the same items, in any order and number.
#[inline]
pub fn equivalent<T: PartialEq>(
    first: impl Iterator<Item = T>,
    second: impl Iterator<Item = T>,
    steps: &Steps,
) -> bool {
    let (first, second): (Vec<T>, Vec<T>) = (first.collect(), second.collect());
    first.iter().all(|item| is_among(&second, item, steps))
        && second.iter().all(|item| is_among(&first, item, steps))
}

#[inline]
fn is_among<T: PartialEq>(items: &[T], wanted: &T, steps: &Steps) -> bool {
    let mut items = items.iter().take_while(|_| steps.take());
    items.any(|item| item == wanted)
}

/// The elements of two lists in a row.
#[inline]
pub fn chain<'l, T>(first: &'l [T], second: &'l [T]) -> Vec<&'l T> {
    first.iter().chain(second).collect()
}

/// The value that stands beside a key in a constant map.
///
/// # Errors
/// When the key is not there.
#[inline]
pub fn choose<V: Copy>(entries: &[(&str, V)], key: &str) -> Tried<V> {
    let found = entries
        .iter()
        .find(|(name, _)| *name == key)
        .map(|(_, value)| *value);
    found.ok_or_else(|| Fault::made(format!("no such key: {key}")))
}
