//! What macros range over.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use super::network::Ip;
use super::read::{Read, read};
use super::steps::take;
use super::text::Text;
use crate::rules::{Cidr, Duration, Timestamp, Tried, length};

/// A list, or a map by its keys.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` is neither a list nor a map",
    label = "neither a list nor a map"
)]
pub trait Items {
    /// An element, or a key.
    type Item: Item;
    /// Whether it is a list.
    const IS_LIST: bool;

    /// The elements, or the keys.
    fn items(self) -> impl Iterator<Item = Self::Item>;
}

/// An element of a list.
pub trait Item {
    /// Its value.
    type Value;

    /// Its value.
    ///
    /// # Errors
    /// When it is null, or out of range.
    fn value(self) -> Tried<Self::Value>;
}

impl<'x, T: Read<'x> + ?Sized> Item for &'x T {
    type Value = T::As;

    #[inline]
    fn value(self) -> Tried<T::As> {
        read(self, "null")
    }
}

macro_rules! values {
    ($($ty:ty)*) => {
        $(impl Item for $ty {
            type Value = Self;

            #[inline]
            fn value(self) -> Tried<Self> {
                Ok(self)
            }
        })*
    };
}

values!(bool i64 u64 f64 Text<'_> Timestamp Duration Ip Cidr);

impl<I: Item> Item for Vec<I> {
    type Value = Self;

    #[inline]
    fn value(self) -> Tried<Self> {
        Ok(self)
    }
}

macro_rules! ranges {
    ($($is_list:literal [$($generics:tt)*] $ty:ty => $item:ty: $method:ident;)*) => {
        $(impl<$($generics)*> Items for $ty {
            type Item = $item;
            const IS_LIST: bool = $is_list;

            #[inline]
            fn items(self) -> impl Iterator<Item = $item> {
                self.$method()
            }
        })*
    };
}

ranges! {
    true ['x, T: Read<'x>] &'x [T] => &'x T: iter;
    true ['x, T: Read<'x>] &'x VecDeque<T> => &'x T: iter;
    true ['x, T: Read<'x>] &'x BTreeSet<T> => &'x T: iter;
    true ['x, T: Read<'x>, S] &'x HashSet<T, S> => &'x T: iter;
    true [I: Item] Vec<I> => I: into_iter;
    false ['x, K: Read<'x>, V] &'x BTreeMap<K, V> => &'x K: keys;
    false ['x, K: Read<'x>, V, S] &'x HashMap<K, V, S> => &'x K: keys;
}

/// A range with two variables: index and element, or key and value.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` is neither a list nor a map",
    label = "neither a list nor a map"
)]
pub trait Pairs {
    /// Index or key.
    type Key;
    /// Element or value.
    type Item;

    /// The pairs.
    fn pairs(self) -> impl Iterator<Item = (Self::Key, Self::Item)>;
}

macro_rules! indexed {
    ($([$($generics:tt)*] $ty:ty => $item:ty;)*) => {
        $(impl<$($generics)*> Pairs for $ty {
            type Key = i64;
            type Item = $item;

            fn pairs(self) -> impl Iterator<Item = (i64, $item)> {
                self.into_iter().enumerate().map(|(index, item)| (length(index), item))
            }
        })*
    };
}

indexed! {
    ['x, T] &'x [T] => &'x T;
    ['x, T] &'x VecDeque<T> => &'x T;
    [I] Vec<I> => I;
}

impl<'x, K, V> Pairs for &'x BTreeMap<K, V> {
    type Key = &'x K;
    type Item = &'x V;

    #[inline]
    fn pairs(self) -> impl Iterator<Item = (&'x K, &'x V)> {
        self.iter()
    }
}

impl<'x, K, V, S> Pairs for &'x HashMap<K, V, S> {
    type Key = &'x K;
    type Item = &'x V;

    #[inline]
    fn pairs(self) -> impl Iterator<Item = (&'x K, &'x V)> {
        self.iter()
    }
}

/// What a macro with one variable goes through.
#[inline]
pub fn items<I: Items>(range: I) -> impl Iterator<Item = I::Item> {
    range.items().take_while(|_| take())
}

/// What a macro with two variables goes through.
#[inline]
pub fn pairs<P: Pairs>(range: P) -> impl Iterator<Item = (P::Key, P::Item)> {
    range.pairs().take_while(|_| take())
}

/// The elements of a list with their places; nothing for a map, whose entries have no index.
///
/// # Errors
/// None; where the range cannot be evaluated, there is none.
#[inline]
pub fn elements_of<I: Items>(range: I) -> Tried<impl Iterator<Item = (usize, I::Item)>> {
    Ok(range.items().enumerate().filter(|_| I::IS_LIST))
}

/// A list that is written out.
pub fn list<T, const N: usize>(items: [T; N]) -> Vec<T> {
    Vec::from(items)
}
