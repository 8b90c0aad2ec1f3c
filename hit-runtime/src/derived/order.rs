//! `<`, `<=`, `>`, `>=`

use std::cmp::Ordering;

use super::text::Text;
use crate::rules::{Duration, Timestamp, Tried};

/// Values that have an order.
#[diagnostic::on_unimplemented(
    message = "rules cannot order `{Self}` and `{Other}`",
    label = "orders `{Self}` and `{Other}`",
    note = "numbers have an order, texts have one, and points and lengths of time: `timestamp(self.at)`"
)]
pub trait Order<Other> {
    /// The order; a NaN has none.
    fn order(&self, other: &Other) -> Option<Ordering>;
}

macro_rules! comparisons {
    ($($doc:literal $name:ident: $($wanted:ident)|+;)*) => {
        $(
            #[doc = $doc]
            ///
            /// # Errors
            /// None.
            #[inline]
            pub fn $name<A: Order<B>, B>(first: A, second: B) -> Tried<bool> {
                Ok(matches!(first.order(&second), $(Some(Ordering::$wanted))|+))
            }
        )*
    };
}

comparisons! {
    "`a < b`" less: Less;
    "`a <= b`" less_or_same: Less | Equal;
    "`a > b`" greater: Greater;
    "`a >= b`" greater_or_same: Greater | Equal;
}

macro_rules! plain {
    ($($ty:ty)*) => {
        $(impl Order<$ty> for $ty {
            #[inline]
            fn order(&self, other: &$ty) -> Option<Ordering> {
                self.partial_cmp(other)
            }
        })*
    };
}

plain!(bool i64 u64 f64 Timestamp Duration);

impl<'b> Order<Text<'b>> for Text<'_> {
    #[inline]
    fn order(&self, other: &Text<'b>) -> Option<Ordering> {
        Some((**self).cmp(&**other))
    }
}

macro_rules! mixed {
    ($($a:ty, $b:ty: |$first:ident, $second:ident| $order:expr;)*) => {
        $(impl Order<$b> for $a {
            fn order(&self, other: &$b) -> Option<Ordering> {
                let ($first, $second) = (*self, *other);
                $order
            }
        })*
    };
}

mixed! {
    i64, f64: |a, b| with_double(a.into(), b);
    u64, f64: |a, b| with_double(a.into(), b);
    f64, i64: |a, b| with_double(b.into(), a).map(Ordering::reverse);
    f64, u64: |a, b| with_double(b.into(), a).map(Ordering::reverse);
    i64, u64: |a, b| Some(i128::from(a).cmp(&i128::from(b)));
    u64, i64: |a, b| Some(i128::from(a).cmp(&i128::from(b)));
}

/// An integer and a double, without rounding either.
#[inline]
pub(super) fn with_double(first: i128, second: f64) -> Option<Ordering> {
    // Beyond this, a double is far from every integer of 64 bits.
    const FAR: f64 = 1e30;
    if second.is_nan() {
        return None;
    }
    if second.abs() >= FAR {
        return Some(if second > 0.0 {
            Ordering::Less
        } else {
            Ordering::Greater
        });
    }
    let whole = second.trunc();
    let fraction = || 0.0.partial_cmp(&(second - whole));
    match first.cmp(&(whole as i128)) {
        Ordering::Equal => fraction(),
        order => Some(order),
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering::{Equal, Greater, Less};

    use super::{Order, with_double};

    #[test]
    fn mixed_comparison_is_exact() {
        let big = (1i64 << 53) + 1;
        assert_eq!(big.order(&9_007_199_254_740_992.0), Some(Greater));
        assert_eq!(i64::MAX.order(&9_223_372_036_854_775_808.0), Some(Less));
        assert_eq!(i64::MIN.order(&-9_223_372_036_854_775_808.0), Some(Equal));
        assert_eq!(u64::MAX.order(&18_446_744_073_709_551_616.0), Some(Less));
        assert_eq!(1i64.order(&1.5), Some(Less));
        assert_eq!((-1i64).order(&-1.5), Some(Greater));
        assert_eq!(1i64.order(&f64::NAN), None);
        assert_eq!(1i64.order(&f64::INFINITY), Some(Less));
        assert_eq!(u64::MAX.order(&-1i64), Some(Greater));
        assert_eq!(with_double(0, -0.0), Some(Equal));
    }
}
