//! What comes from outside of a value, and how a part of it is handed on.

use std::marker::PhantomData;

use crate::validate::traits::Validate;

/// The context of types whose rules need nothing from outside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoContext;

/// Hands the context of a value on to a value inside of it, whose rules may need
/// the same, a part of it, or nothing:
/// `(&&&Narrow::new(ctx, &self.user)).narrow()`, with the three traits below
/// in scope. The first that suits is taken:
///
/// 1. both have the same context;
/// 2. the inner one needs nothing ([`NoContext`]);
/// 3. the outer context is `AsRef` of the inner one.
#[doc(hidden)]
#[derive(Debug)]
pub struct Narrow<'c, Outer: ?Sized, Inner: ?Sized> {
    outer: &'c Outer,
    inner: PhantomData<fn(&Inner)>,
}

impl<'c, Outer: ?Sized, Inner: ?Sized> Narrow<'c, Outer, Inner> {
    /// From the outer context, for an inner value.
    pub fn new<T: Validate<Context = Inner> + ?Sized>(outer: &'c Outer, _inner: &T) -> Self {
        Self {
            outer,
            inner: PhantomData,
        }
    }
}

/// Both have the same context.
#[doc(hidden)]
pub trait NarrowToSame<'c, Inner: ?Sized> {
    /// The inner context.
    fn narrow(&self) -> &'c Inner;
}

impl<'c, C: ?Sized> NarrowToSame<'c, C> for &&Narrow<'c, C, C> {
    #[inline]
    fn narrow(&self) -> &'c C {
        self.outer
    }
}

/// The inner value needs nothing.
#[doc(hidden)]
pub trait NarrowToNothing {
    /// The inner context.
    fn narrow(&self) -> &'static NoContext;
}

impl<Outer: ?Sized> NarrowToNothing for &Narrow<'_, Outer, NoContext> {
    #[inline]
    fn narrow(&self) -> &'static NoContext {
        &NoContext
    }
}

/// The inner context is a part of the outer one.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "the context of this value does not hold what a value inside of it needs",
    note = "implement `AsRef` of the inner context for the outer one, or give both the same context"
)]
pub trait NarrowToPart<'c, Inner: ?Sized> {
    /// The inner context.
    fn narrow(&self) -> &'c Inner;
}

impl<'c, Outer: AsRef<Inner> + ?Sized, Inner: ?Sized> NarrowToPart<'c, Inner>
    for Narrow<'c, Outer, Inner>
{
    #[inline]
    fn narrow(&self) -> &'c Inner {
        self.outer.as_ref()
    }
}

/// The part of a context that a value inside needs.
#[macro_export]
#[doc(hidden)]
macro_rules! narrow {
    ($ctx:expr => $inner:expr) => {{
        #[allow(unused_imports)]
        use $crate::{NarrowToNothing as _, NarrowToPart as _, NarrowToSame as _};
        (&&&$crate::Narrow::new($ctx, &$inner)).narrow()
    }};
}
