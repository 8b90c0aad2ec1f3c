//! Reading scalars of whatever Rust type they have.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

#[cfg(feature = "model")]
use crate::rules::support::fault::{Fault, Tried};
#[cfg(feature = "model")]
use crate::types::{Integer, Number};

/// A truth value.
pub trait ReadBool {
    /// The value.
    fn read_bool(&self) -> bool;
}

/// A signed integer of at most 64 bits.
pub trait ReadInt {
    /// The value.
    fn read_int(&self) -> i64;
}

/// An unsigned integer of at most 64 bits.
pub trait ReadUint {
    /// The value.
    fn read_uint(&self) -> u64;
}

/// A number.
pub trait ReadDouble {
    /// The value.
    fn read_double(&self) -> f64;
}

/// Text.
pub trait ReadText {
    /// The value.
    fn read_text(&self) -> &str;
}

/// The truth value of a place.
#[inline]
pub fn boolean<T: ReadBool + ?Sized>(place: &T) -> bool {
    place.read_bool()
}

/// The integer of a place.
#[inline]
pub fn int<T: ReadInt + ?Sized>(place: &T) -> i64 {
    place.read_int()
}

/// The unsigned integer of a place.
#[inline]
pub fn uint<T: ReadUint + ?Sized>(place: &T) -> u64 {
    place.read_uint()
}

/// The number of a place.
#[inline]
pub fn double<T: ReadDouble + ?Sized>(place: &T) -> f64 {
    place.read_double()
}

/// The text of a place.
#[inline]
pub fn text<T: ReadText + ?Sized>(place: &T) -> &str {
    place.read_text()
}

impl ReadBool for bool {
    #[inline]
    fn read_bool(&self) -> bool {
        *self
    }
}

macro_rules! lossless {
    ($trait:ident $method:ident $out:ty: $($ty:ty)*) => {
        $(impl $trait for $ty {
            #[inline]
            fn $method(&self) -> $out {
                <$out>::from(*self)
            }
        })*
    };
}

lossless!(ReadInt read_int i64: i8 i16 i32 i64 u8 u16 u32);
lossless!(ReadUint read_uint u64: u8 u16 u32 u64);
lossless!(ReadDouble read_double f64: f32 f64 i8 i16 i32 u8 u16 u32);

/// The integer of a number of any size.
///
/// # Errors
/// When it is out of range.
#[cfg(feature = "model")]
#[inline]
pub fn integer(place: &Integer) -> Tried<i64> {
    let value = place.as_i64();
    value.ok_or(Fault::fixed("integer overflow"))
}

/// The nearest double, as when JSON is read.
#[cfg(feature = "model")]
impl ReadDouble for Number {
    #[inline]
    fn read_double(&self) -> f64 {
        self.as_f64()
    }
}

impl ReadText for str {
    #[inline]
    fn read_text(&self) -> &str {
        self
    }
}

impl ReadText for String {
    #[inline]
    fn read_text(&self) -> &str {
        self
    }
}

impl ReadText for Cow<'_, str> {
    #[inline]
    fn read_text(&self) -> &str {
        self
    }
}

macro_rules! through {
    ($($pointer:ty),*) => {
        $(
            impl<T: ReadBool + ?Sized> ReadBool for $pointer {
                #[inline]
                fn read_bool(&self) -> bool {
                    (**self).read_bool()
                }
            }
            impl<T: ReadInt + ?Sized> ReadInt for $pointer {
                #[inline]
                fn read_int(&self) -> i64 {
                    (**self).read_int()
                }
            }
            impl<T: ReadUint + ?Sized> ReadUint for $pointer {
                #[inline]
                fn read_uint(&self) -> u64 {
                    (**self).read_uint()
                }
            }
            impl<T: ReadDouble + ?Sized> ReadDouble for $pointer {
                #[inline]
                fn read_double(&self) -> f64 {
                    (**self).read_double()
                }
            }
            impl<T: ReadText + ?Sized> ReadText for $pointer {
                #[inline]
                fn read_text(&self) -> &str {
                    (**self).read_text()
                }
            }
        )*
    };
}

through!(&T, Box<T>, Rc<T>, Arc<T>);
