//! Functions of lists of scalars.

use super::items::{Item, Items, items};
use super::order::Order;
use super::same::Same;
use super::steps::{look, take};
use super::text::Text;
use crate::rules::{self, Fault, Tried};
use std::cmp::Ordering;

/// The values of a list.
#[inline]
fn values<L: Items>(list: L) -> Tried<Vec<<L::Item as Item>::Value>> {
    items(list).map(Item::value).collect()
}

/// Numbers that can be summed.
#[diagnostic::on_unimplemented(message = "a list of `{Self}` has no sum", label = "no numbers")]
pub trait Summand: Sized {
    /// The sum.
    ///
    /// # Errors
    /// An overflow.
    fn sum(items: Vec<Self>) -> Tried<Self>;
}

impl Summand for i64 {
    #[inline]
    fn sum(items: Vec<i64>) -> Tried<i64> {
        rules::sum(items.into_iter())
    }
}

impl Summand for f64 {
    #[inline]
    fn sum(items: Vec<f64>) -> Tried<f64> {
        Ok(items.into_iter().sum())
    }
}

/// The sum.
///
/// # Errors
/// An overflow, or an element that cannot be read.
#[inline]
pub fn sum<L: Items>(list: L) -> Tried<<L::Item as Item>::Value>
where
    <L::Item as Item>::Value: Summand,
{
    Summand::sum(values(list)?)
}

#[inline]
fn extreme<V: Order<V>>(values: Vec<V>, wanted: Ordering, none: &'static str) -> Tried<V> {
    let best = values.into_iter().reduce(|best, item| {
        if item.order(&best) == Some(wanted) {
            item
        } else {
            best
        }
    });
    best.ok_or(Fault::fixed(none))
}

/// The least.
///
/// # Errors
/// When there is none, or an element that cannot be read.
#[inline]
pub fn least<L: Items>(list: L) -> Tried<<L::Item as Item>::Value>
where
    <L::Item as Item>::Value: Order<<L::Item as Item>::Value>,
{
    extreme(values(list)?, Ordering::Less, "min called on empty list")
}

/// The greatest.
///
/// # Errors
/// When there is none, or an element that cannot be read.
pub fn greatest<L: Items>(list: L) -> Tried<<L::Item as Item>::Value>
where
    <L::Item as Item>::Value: Order<<L::Item as Item>::Value>,
{
    extreme(values(list)?, Ordering::Greater, "max called on empty list")
}

/// Whether no element is greater than the next one.
///
/// # Errors
/// An element that cannot be read.
#[inline]
pub fn is_sorted<L: Items>(list: L) -> Tried<bool>
where
    <L::Item as Item>::Value: Order<<L::Item as Item>::Value>,
{
    let values = values(list)?;
    Ok(values
        .windows(2)
        .all(|pair| !matches!(pair, [a, b] if a.order(b) == Some(Ordering::Greater))))
}

/// The texts in a row.
///
/// # Errors
/// An element that cannot be read.
#[inline]
pub fn join<'t, 'l, L: Items>(list: L) -> Tried<Text<'t>>
where
    L::Item: Item<Value = Text<'l>>,
{
    join_with(list, super::text::text(""))
}

/// The texts in a row, with something between them.
///
/// # Errors
/// An element that cannot be read.
#[inline]
pub fn join_with<'t, 'l, L: Items>(list: L, separator: Text<'_>) -> Tried<Text<'t>>
where
    L::Item: Item<Value = Text<'l>>,
{
    let values = values(list)?;
    let texts: Vec<&str> = values.iter().map(|text| &**text).collect();
    texts.iter().try_for_each(|text| look(text))?;
    Ok(texts.join(&*separator).into())
}

#[inline]
fn holds<A: Same<B>, B>(items: &[A], wanted: &B) -> Tried<bool> {
    rules::exists(items.iter().take_while(|_| take()), |item| {
        item.same(wanted)
    })
}

/// Whether each element of the second list is one of the first.
///
/// # Errors
/// An element that cannot be read.
#[inline]
pub fn contains_all<L: Items, M: Items>(list: L, wanted: M) -> Tried<bool>
where
    <L::Item as Item>::Value: Same<<M::Item as Item>::Value>,
{
    let (list, wanted) = (values(list)?, values(wanted)?);
    rules::all(&wanted, |wanted| holds(&list, wanted))
}

/// Whether one element of the second list is one of the first.
///
/// # Errors
/// An element that cannot be read.
#[inline]
pub fn contains_any<L: Items, M: Items>(list: L, wanted: M) -> Tried<bool>
where
    <L::Item as Item>::Value: Same<<M::Item as Item>::Value>,
{
    let (list, wanted) = (values(list)?, values(wanted)?);
    rules::exists(&wanted, |wanted| holds(&list, wanted))
}

/// Whether two lists have the same elements, in any order and number.
///
/// # Errors
/// An element that cannot be read.
#[inline]
pub fn equivalent<L: Items, M: Items>(first: L, second: M) -> Tried<bool>
where
    <L::Item as Item>::Value: Same<<M::Item as Item>::Value>,
    <M::Item as Item>::Value: Same<<L::Item as Item>::Value>,
{
    let (first, second) = (values(first)?, values(second)?);
    Ok(rules::all(&second, |item| holds(&first, item))?
        && rules::all(&first, |item| holds(&second, item))?)
}
