//! Asking about a type without a bound: the method that fits is taken.

use super::object::Object;
use super::read::{Lack, Read};

/// Something to ask about.
#[derive(Debug)]
pub struct Of<'a, T: ?Sized>(pub &'a T);

impl<'a, T: Object<'a> + ?Sized> Of<'a, T> {
    /// The members by their JSON names.
    #[inline]
    pub fn members(&self) -> T::View {
        self.0.view()
    }
}

/// The context may be any struct: then its members are its fields.
pub trait PlainMembers<'a> {
    /// The struct.
    type Plain: ?Sized;

    /// The struct.
    fn members(&self) -> &'a Self::Plain;
}

impl<'a, T: ?Sized> PlainMembers<'a> for Of<'a, T> {
    type Plain = T;

    #[inline]
    fn members(&self) -> &'a T {
        self.0
    }
}

impl<'a, T: ?Sized> Of<'_, &'a T> {
    /// What the field refers to.
    #[inline]
    pub fn place(&self) -> &'a T {
        self.0
    }
}

/// A field that is no reference is the place itself.
pub trait FieldPlace<'a> {
    /// The type of the field.
    type Field: ?Sized;

    /// The field.
    fn place(&self) -> &'a Self::Field;
}

impl<'a, T: ?Sized> FieldPlace<'a> for Of<'a, T> {
    type Field = T;

    #[inline]
    fn place(&self) -> &'a T {
        self.0
    }
}

impl<'a, T: Read<'a> + ?Sized> Of<'a, T> {
    /// Whether something is there, and not null.
    #[inline]
    pub fn present(&self) -> bool {
        !matches!(self.0.read(), Err(Lack::Absent))
    }
}

/// What rules cannot read may still be there or not.
pub trait OptionPresent {
    /// Whether it is there.
    fn present(&self) -> bool;
}

impl<T> OptionPresent for Of<'_, Option<T>> {
    #[inline]
    fn present(&self) -> bool {
        self.0.is_some()
    }
}

/// Anything else is there.
pub trait AlwaysPresent {
    /// Yes.
    fn present(&self) -> bool;
}

impl<T: ?Sized> AlwaysPresent for &Of<'_, T> {
    #[inline]
    fn present(&self) -> bool {
        true
    }
}
