//! Entries of maps in an order that does not depend on a hasher.

use std::borrow::Borrow;
use std::collections::{BTreeMap, HashMap};

/// A map with texts as its keys.
pub trait Entries<'m> {
    /// The values.
    type Value: 'm;

    /// The entries by their keys.
    fn entries(&'m self) -> BTreeMap<&'m str, &'m Self::Value>;
}

macro_rules! maps {
    ($([$($generics:tt)*] $ty:ty;)*) => {
        $(impl<'m, K: Borrow<str> + 'm, V: 'm, $($generics)*> Entries<'m> for $ty {
            type Value = V;

            #[inline]
            fn entries(&'m self) -> BTreeMap<&'m str, &'m V> {
                self.iter().map(|(key, value)| (key.borrow(), value)).collect()
            }
        })*
    };
}

maps! {
    [] BTreeMap<K, V>;
    [S] HashMap<K, V, S>;
}

/// The entries by their keys.
#[inline]
pub fn sorted<'m, M: Entries<'m>>(map: &'m M) -> BTreeMap<&'m str, &'m M::Value> {
    map.entries()
}
