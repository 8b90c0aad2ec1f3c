//! `size`

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

use super::steps::look;
use super::text::Text;
use crate::rules::{Tried, code_points, length};

/// What has a size: texts in code points, lists and maps.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` has no size",
    label = "neither a text, nor a list, nor a map"
)]
pub trait Size {
    /// The size.
    fn size(&self) -> i64;
}

/// `size(value)`
///
/// # Errors
/// None.
#[inline]
pub fn size<V: Size>(value: V) -> Tried<i64> {
    Ok(value.size())
}

impl Size for Text<'_> {
    #[inline]
    fn size(&self) -> i64 {
        // What is beyond the steps of the rule is not looked at, and its outcome is not used.
        look(self).map_or(0, |()| code_points(self))
    }
}

macro_rules! by_len {
    ($([$($generics:tt)*] $ty:ty;)*) => {
        $(impl<$($generics)*> Size for $ty {
            #[inline]
            fn size(&self) -> i64 {
                length(self.len())
            }
        })*
    };
}

by_len! {
    [T] &[T];
    [T] Vec<T>;
    [T] &VecDeque<T>;
    [T] &BTreeSet<T>;
    [T, S] &HashSet<T, S>;
    [K, V] &BTreeMap<K, V>;
    [K, V, S] &HashMap<K, V, S>;
}
