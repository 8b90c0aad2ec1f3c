//! `list[index]`, `map[key]`

use std::borrow::Borrow;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::hash::{BuildHasher, Hash};

use super::items::Item;
use super::optional::{Optional, optional};
use super::read::Read;
use super::text::Text;
use crate::rules::{Fault, Tried};

/// What can be indexed.
#[diagnostic::on_unimplemented(
    message = "rules cannot index a `{Self}` with a `{Index}`",
    label = "cannot be indexed with a `{Index}`",
    note = "a list is indexed with an integer, a map with a text"
)]
pub trait At<Index> {
    /// An element.
    type Value;

    /// The element.
    ///
    /// # Errors
    /// When it cannot be read.
    fn at(self, index: &Index) -> Tried<Optional<Self::Value>>;
}

/// An element, which must be there.
///
/// # Errors
/// When it is not.
#[inline]
pub fn at<L: At<I>, I: Named>(list: L, index: I) -> Tried<L::Value> {
    list.at(&index)?.0.ok_or_else(|| index.lacking())
}

/// An element, if it is there.
///
/// # Errors
/// When it cannot be read.
#[inline]
pub fn at_if_any<L: At<I>, I>(list: L, index: I) -> Tried<Optional<L::Value>> {
    list.at(&index)
}

/// An index, for the message that there is no such element.
pub trait Named {
    /// The fault.
    fn lacking(&self) -> Fault;
}

impl Named for i64 {
    #[inline]
    fn lacking(&self) -> Fault {
        Fault::made(format!("index out of bounds: {self}"))
    }
}

impl Named for Text<'_> {
    #[inline]
    fn lacking(&self) -> Fault {
        Fault::made(format!("no such key: {}", &**self))
    }
}

#[inline]
fn element<'x, T: Read<'x>>(found: Option<&'x T>) -> Tried<Optional<T::As>> {
    found.map_or(Ok(Optional(None)), optional)
}

impl<'x, T: Read<'x>> At<i64> for &'x [T] {
    type Value = T::As;

    #[inline]
    fn at(self, index: &i64) -> Tried<Optional<T::As>> {
        element(
            usize::try_from(*index)
                .ok()
                .and_then(|index| self.get(index)),
        )
    }
}

impl<'x, T: Read<'x>> At<i64> for &'x VecDeque<T> {
    type Value = T::As;

    #[inline]
    fn at(self, index: &i64) -> Tried<Optional<T::As>> {
        element(
            usize::try_from(*index)
                .ok()
                .and_then(|index| self.get(index)),
        )
    }
}

impl<I: Item> At<i64> for Vec<I> {
    type Value = I::Value;

    #[inline]
    fn at(self, index: &i64) -> Tried<Optional<I::Value>> {
        let index = usize::try_from(*index).ok();
        let found = index.and_then(|index| self.into_iter().nth(index));
        Ok(Optional(found.map(Item::value).transpose()?))
    }
}

impl<'x, K: Borrow<str> + Ord, V: Read<'x>> At<Text<'_>> for &'x BTreeMap<K, V> {
    type Value = V::As;

    #[inline]
    fn at(self, key: &Text<'_>) -> Tried<Optional<V::As>> {
        element(self.get(&**key))
    }
}

impl<'x, K: Borrow<str> + Eq + Hash, V: Read<'x>, S: BuildHasher> At<Text<'_>>
    for &'x HashMap<K, V, S>
{
    type Value = V::As;

    #[inline]
    fn at(self, key: &Text<'_>) -> Tried<Optional<V::As>> {
        element(self.get(&**key))
    }
}
