//! `value in list`, `key in map`

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::hash::{BuildHasher, Hash};

use super::items::{Item, Items, items};
use super::same::Same;
use super::text::Text;
use crate::rules::{Tried, exists};

/// What can hold a value.
#[diagnostic::on_unimplemented(
    message = "rules cannot look for a `{Wanted}` in a `{Self}`",
    label = "looks for a `{Wanted}` in a `{Self}`",
    note = "a list holds values of one type, a map has texts as its keys"
)]
pub trait Contain<Wanted> {
    /// Whether it holds the value.
    ///
    /// # Errors
    /// An element that cannot be read.
    fn contain(self, wanted: &Wanted) -> Tried<bool>;
}

/// `value in container`
///
/// # Errors
/// An element that cannot be read, unless another one is the value.
#[inline]
pub fn within<W, C: Contain<W>>(wanted: W, container: C) -> Tried<bool> {
    container.contain(&wanted)
}

macro_rules! lists {
    ($([$($generics:tt)*] $ty:ty;)*) => {
        $(impl<$($generics)*, W> Contain<W> for $ty
        where
            Self: Items,
            <<Self as Items>::Item as Item>::Value: Same<W>,
        {
            #[inline]
            fn contain(self, wanted: &W) -> Tried<bool> {
                exists(items(self), |item| item.value()?.same(wanted))
            }
        })*
    };
}

lists! {
    ['x, T] &'x [T];
    ['x, T] &'x VecDeque<T>;
    ['x, T] &'x BTreeSet<T>;
    ['x, T, S] &'x HashSet<T, S>;
    [I: Item] Vec<I>;
}

impl<K: Borrow<str> + Ord, V> Contain<Text<'_>> for &BTreeMap<K, V> {
    #[inline]
    fn contain(self, wanted: &Text<'_>) -> Tried<bool> {
        Ok(self.contains_key(&**wanted))
    }
}

impl<K: Borrow<str> + Eq + Hash, V, S: BuildHasher> Contain<Text<'_>> for &HashMap<K, V, S> {
    #[inline]
    fn contain(self, wanted: &Text<'_>) -> Tried<bool> {
        Ok(self.contains_key(&**wanted))
    }
}
