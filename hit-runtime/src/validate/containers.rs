//! Values that hold values.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::collections::HashMap;
use std::hash::{BuildHasher, Hash};
use std::rc::Rc;
use std::sync::Arc;

use crate::place::Place;
use crate::report::Report;
use crate::validate::traits::Validate;

impl<T: Validate> Validate for [T] {
    type Context = T::Context;

    fn validate_at(
        &self,
        _old: Option<&Self>,
        ctx: &Self::Context,
        at: &Place<'_>,
        report: &mut Report,
    ) {
        for (index, item) in self.iter().enumerate() {
            item.validate_at(None, ctx, &at.index(index), report);
        }
    }
}

macro_rules! lists {
    ($([$($generics:tt)*] $list:ty;)*) => {
        $(impl<T: Validate, $($generics)*> Validate for $list {
            type Context = T::Context;

            fn validate_at(
                &self,
                _old: Option<&Self>,
                ctx: &Self::Context,
                at: &Place<'_>,
                report: &mut Report,
            ) {
                self.as_slice().validate_at(None, ctx, at, report);
            }
        })*
    };
}

lists! {
    [] Vec<T>;
    [const N: usize] [T; N];
}

impl<T: Validate> Validate for Option<T> {
    type Context = T::Context;

    fn validate_at(
        &self,
        old: Option<&Self>,
        ctx: &Self::Context,
        at: &Place<'_>,
        report: &mut Report,
    ) {
        if let Some(value) = self {
            value.validate_at(old.and_then(Option::as_ref), ctx, at, report);
        }
    }
}

macro_rules! pointers {
    ($($pointer:ident)*) => {
        $(impl<T: Validate + ?Sized> Validate for $pointer<T> {
            type Context = T::Context;

            fn validate_at(
                &self,
                old: Option<&Self>,
                ctx: &Self::Context,
                at: &Place<'_>,
                report: &mut Report,
            ) {
                (**self).validate_at(old.map(|old| &**old), ctx, at, report);
            }
        })*
    };
}

pointers!(Box Rc Arc);

impl<K: Borrow<str> + Ord, T: Validate> Validate for BTreeMap<K, T> {
    type Context = T::Context;

    fn validate_at(
        &self,
        old: Option<&Self>,
        ctx: &Self::Context,
        at: &Place<'_>,
        report: &mut Report,
    ) {
        for (name, value) in self {
            let name = name.borrow();
            let old = old.and_then(|old| old.get(name));
            value.validate_at(old, ctx, &at.member(name), report);
        }
    }
}

/// Entries are taken in the order of their keys: reports do not depend on the hasher.
impl<K: Borrow<str> + Eq + Hash, T: Validate, S: BuildHasher> Validate for HashMap<K, T, S> {
    type Context = T::Context;

    fn validate_at(
        &self,
        old: Option<&Self>,
        ctx: &Self::Context,
        at: &Place<'_>,
        report: &mut Report,
    ) {
        let sorted: BTreeMap<&str, &T> = self
            .iter()
            .map(|(name, value)| (name.borrow(), value))
            .collect();
        for (name, value) in sorted {
            let old = old.and_then(|old| old.get(name));
            value.validate_at(old, ctx, &at.member(name), report);
        }
    }
}
