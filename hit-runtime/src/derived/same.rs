//! `==`

use super::items::Item;
use super::network::Ip;
use super::optional::Optional;
use super::steps::take;
use super::text::Text;
use crate::rules::{Cidr, Duration, Timestamp, Tried};

/// Values that `==` compares.
#[diagnostic::on_unimplemented(
    message = "rules cannot compare `{Self}` and `{Other}`",
    label = "compares `{Self}` with `{Other}`",
    note = "both sides of `==` and `!=` have one type; beside a double, an integer is written `1.0`"
)]
pub trait Same<Other> {
    /// Whether they are equal.
    ///
    /// # Errors
    /// An element that cannot be read.
    fn same(&self, other: &Other) -> Tried<bool>;
}

/// Whether two values are equal.
///
/// # Errors
/// An element that cannot be read.
#[inline]
pub fn same<A: Same<B>, B>(first: &A, second: &B) -> Tried<bool> {
    first.same(second)
}

macro_rules! plain {
    ($($ty:ty)*) => {
        $(impl Same<$ty> for $ty {
            #[inline]
            fn same(&self, other: &$ty) -> Tried<bool> {
                Ok(self == other)
            }
        })*
    };
}

plain!(bool i64 u64 f64 Timestamp Duration Ip Cidr);

impl<'b> Same<Text<'b>> for Text<'_> {
    #[inline]
    fn same(&self, other: &Text<'b>) -> Tried<bool> {
        Ok(**self == **other)
    }
}

/// Objects and maps, as Rust compares them.
impl<'b, T: PartialEq> Same<&'b T> for &T {
    #[inline]
    fn same(&self, other: &&'b T) -> Tried<bool> {
        Ok(**self == **other)
    }
}

impl<A: Same<B>, B> Same<Optional<B>> for Optional<A> {
    #[inline]
    fn same(&self, other: &Optional<B>) -> Tried<bool> {
        match (&self.0, &other.0) {
            (Some(a), Some(b)) => a.same(b),
            (None, None) => Ok(true),
            _ => Ok(false),
        }
    }
}

#[inline]
fn lists<I: Item, J: Item>(
    first: impl ExactSizeIterator<Item = I>,
    second: impl ExactSizeIterator<Item = J>,
) -> Tried<bool>
where
    I::Value: Same<J::Value>,
{
    if first.len() != second.len() {
        return Ok(false);
    }
    for (a, b) in first.zip(second).take_while(|_| take()) {
        if !a.value()?.same(&b.value()?)? {
            return Ok(false);
        }
    }
    Ok(true)
}

impl<'a, 'b, T, U> Same<&'b [U]> for &'a [T]
where
    &'a T: Item,
    &'b U: Item,
    <&'a T as Item>::Value: Same<<&'b U as Item>::Value>,
{
    #[inline]
    fn same(&self, other: &&'b [U]) -> Tried<bool> {
        lists(self.iter(), other.iter())
    }
}

impl<'a, T, J: Item + Clone> Same<Vec<J>> for &'a [T]
where
    &'a T: Item,
    <&'a T as Item>::Value: Same<J::Value>,
{
    #[inline]
    fn same(&self, other: &Vec<J>) -> Tried<bool> {
        lists(self.iter(), other.iter().cloned())
    }
}

impl<'b, I: Item + Clone, U> Same<&'b [U]> for Vec<I>
where
    &'b U: Item,
    I::Value: Same<<&'b U as Item>::Value>,
{
    #[inline]
    fn same(&self, other: &&'b [U]) -> Tried<bool> {
        lists(self.iter().cloned(), other.iter())
    }
}

impl<I: Item + Clone, J: Item + Clone> Same<Vec<J>> for Vec<I>
where
    I::Value: Same<J::Value>,
{
    #[inline]
    fn same(&self, other: &Vec<J>) -> Tried<bool> {
        lists(self.iter().cloned(), other.iter().cloned())
    }
}
