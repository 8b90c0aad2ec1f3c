//! The elements that `inner(…)` constrains.

use std::collections::{BTreeSet, HashSet, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

/// What has elements in JSON.
#[diagnostic::on_unimplemented(
    message = "`inner(…)` constrains the elements of a list, and `{Self}` is none",
    label = "is no list"
)]
pub trait Elements {
    /// An element.
    type Element;

    /// The elements in order.
    fn elements(&self) -> impl Iterator<Item = &Self::Element>;
}

macro_rules! lists {
    ($([$($generics:tt)*] $ty:ty;)*) => {
        $(impl<T, $($generics)*> Elements for $ty {
            type Element = T;

            #[inline]
            fn elements(&self) -> impl Iterator<Item = &T> {
                self.iter()
            }
        })*
    };
}

lists! {
    [] [T];
    [] Vec<T>;
    [const N: usize] [T; N];
    [] VecDeque<T>;
    [] BTreeSet<T>;
    [S] HashSet<T, S>;
}

impl<L: Elements> Elements for Option<L> {
    type Element = L::Element;

    #[inline]
    fn elements(&self) -> impl Iterator<Item = &L::Element> {
        self.iter().flat_map(Elements::elements)
    }
}

macro_rules! pointers {
    ($($pointer:ident)*) => {
        $(impl<L: Elements + ?Sized> Elements for $pointer<L> {
            type Element = L::Element;

            #[inline]
            fn elements(&self) -> impl Iterator<Item = &L::Element> {
                (**self).elements()
            }
        })*
    };
}

pointers!(Box Rc Arc);

/// The elements with their places.
#[inline]
pub fn elements<L: Elements + ?Sized>(list: &L) -> impl Iterator<Item = (usize, &L::Element)> {
    list.elements().enumerate()
}
