//! `+`, `-`, `*`, `/`, `%`, `!`: checked, of one type.

use super::items::Item;
use super::text::Text;
use crate::rules::{self, Duration, Fault, Timestamp, Tried};

const OUT_OF_RANGE: Fault = Fault::fixed("time out of range");

macro_rules! operators {
    ($($trait:ident $function:ident $symbol:literal;)*) => {
        $(
            #[doc = concat!("Values that `", $symbol, "` takes.")]
            #[diagnostic::on_unimplemented(
                message = "rules cannot compute with `{Self}` and `{Other}` here",
                label = "both sides must have one type",
                note = "beside a double, an integer is written `1.0`"
            )]
            pub trait $trait<Other> {
                /// What comes of it.
                type Output;

                /// What comes of it.
                ///
                /// # Errors
                /// An overflow, or a division by zero.
                fn $function(self, other: Other) -> Tried<Self::Output>;
            }

            #[doc = concat!("`a ", $symbol, " b`")]
            ///
            /// # Errors
            /// An overflow, or a division by zero.
            #[inline]
            pub fn $function<A: $trait<B>, B>(first: A, second: B) -> Tried<A::Output> {
                first.$function(second)
            }
        )*
    };
}

operators! {
    Plus add "+";
    Minus subtract "-";
    Times multiply "*";
    Over divide "/";
    Modulo remainder "%";
}

macro_rules! implement {
    ($($trait:ident $function:ident $a:ty, $b:ty => $out:ty: |$first:ident, $second:ident| $made:expr;)*) => {
        $(impl $trait<$b> for $a {
            type Output = $out;

            #[inline]
            fn $function(self, other: $b) -> Tried<$out> {
                let ($first, $second) = (self, other);
                $made
            }
        })*
    };
}

implement! {
    Plus add i64, i64 => i64: |a, b| rules::add(a, b);
    Minus subtract i64, i64 => i64: |a, b| rules::subtract(a, b);
    Times multiply i64, i64 => i64: |a, b| rules::multiply(a, b);
    Over divide i64, i64 => i64: |a, b| rules::divide(a, b);
    Modulo remainder i64, i64 => i64: |a, b| rules::remainder(a, b);
    Plus add u64, u64 => u64: |a, b| rules::add_uint(a, b);
    Minus subtract u64, u64 => u64: |a, b| rules::subtract_uint(a, b);
    Times multiply u64, u64 => u64: |a, b| rules::multiply_uint(a, b);
    Over divide u64, u64 => u64: |a, b| rules::divide_uint(a, b);
    Modulo remainder u64, u64 => u64: |a, b| rules::remainder_uint(a, b);
    Plus add f64, f64 => f64: |a, b| Ok(a + b);
    Minus subtract f64, f64 => f64: |a, b| Ok(a - b);
    Times multiply f64, f64 => f64: |a, b| Ok(a * b);
    Over divide f64, f64 => f64: |a, b| Ok(a / b);
    Plus add Duration, Duration => Duration: |a, b| a.checked_add(b).ok_or(OUT_OF_RANGE);
    Minus subtract Duration, Duration => Duration: |a, b| a.checked_sub(b).ok_or(OUT_OF_RANGE);
    Plus add Timestamp, Duration => Timestamp: |a, b| a.checked_add(b).ok_or(OUT_OF_RANGE);
    Plus add Duration, Timestamp => Timestamp: |a, b| b.checked_add(a).ok_or(OUT_OF_RANGE);
    Minus subtract Timestamp, Duration => Timestamp: |a, b| a.checked_sub(b).ok_or(OUT_OF_RANGE);
    Minus subtract Timestamp, Timestamp => Duration: |a, b| a.since(b).ok_or(OUT_OF_RANGE);
}

impl<'t> Plus<Text<'_>> for Text<'t> {
    type Output = Text<'t>;

    #[inline]
    fn add(self, other: Text<'_>) -> Tried<Text<'t>> {
        let mut text = self.0.into_owned();
        text.push_str(&other);
        Ok(text.into())
    }
}

impl<'x, T> Plus<&'x [T]> for &'x [T]
where
    &'x T: Item,
{
    type Output = Vec<&'x T>;

    #[inline]
    fn add(self, other: &'x [T]) -> Tried<Vec<&'x T>> {
        Ok(self.iter().chain(other).collect())
    }
}

impl<I: Item> Plus<Vec<I>> for Vec<I> {
    type Output = Vec<I>;

    #[inline]
    fn add(mut self, other: Vec<I>) -> Tried<Vec<I>> {
        self.extend(other);
        Ok(self)
    }
}

/// Numbers that can be negated.
#[diagnostic::on_unimplemented(message = "rules cannot negate a `{Self}`", label = "is no number")]
pub trait Negate: Sized {
    /// The negated number.
    ///
    /// # Errors
    /// When it is out of range.
    fn negate(self) -> Tried<Self>;
}

impl Negate for i64 {
    #[inline]
    fn negate(self) -> Tried<i64> {
        rules::negate(self)
    }
}

impl Negate for f64 {
    #[inline]
    fn negate(self) -> Tried<f64> {
        Ok(-self)
    }
}

/// `-a`
///
/// # Errors
/// When it is out of range.
#[inline]
pub fn negate<A: Negate>(value: A) -> Tried<A> {
    value.negate()
}

/// `!a`
///
/// # Errors
/// None.
#[inline]
pub fn not(value: bool) -> Tried<bool> {
    Ok(!value)
}

/// A condition.
#[inline]
pub fn truth(value: bool) -> bool {
    value
}
