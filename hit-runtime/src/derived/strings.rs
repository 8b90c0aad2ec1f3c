//! Functions of texts; positions and lengths count code points.

use std::borrow::Cow;

use super::items::{Item, Items, items};
use super::same::Same;
use super::steps::look;
use super::text::{Text, text};
use crate::rules::{self, Tried, code_points, length};

macro_rules! questions {
    ($($name:ident $method:ident;)*) => {
        $(
            /// Whether it is so.
            ///
            /// # Errors
            /// None.
            #[inline]
            pub fn $name(text: Text<'_>, part: Text<'_>) -> Tried<bool> {
                Ok(text.$method(&*part))
            }
        )*
    };
}

/// Whether it is so.
///
/// # Errors
/// A rule that takes too long.
#[inline]
pub fn contains(text: Text<'_>, part: Text<'_>) -> Tried<bool> {
    look(&text)?;
    Ok(text.contains(&*part))
}

questions! {
    starts_with starts_with;
    ends_with ends_with;
}

/// The text without blanks around it.
///
/// # Errors
/// None.
#[inline]
pub fn trim(text: Text<'_>) -> Tried<Text<'_>> {
    Ok(text.part(str::trim))
}

/// ASCII letters in lower case.
///
/// # Errors
/// None.
#[inline]
pub fn lower_ascii(text: Text<'_>) -> Tried<Text<'_>> {
    look(&text)?;
    Ok(text.to_ascii_lowercase().into())
}

/// ASCII letters in upper case.
///
/// # Errors
/// None.
#[inline]
pub fn upper_ascii(text: Text<'_>) -> Tried<Text<'_>> {
    look(&text)?;
    Ok(text.to_ascii_uppercase().into())
}

/// The part from a position on.
///
/// # Errors
/// A position out of range.
#[inline]
pub fn substring_from(text: Text<'_>, start: i64) -> Tried<Text<'_>> {
    look(&text)?;
    rules::substring_from(&text, start)?;
    Ok(text.part(|text| rules::substring_from(text, start).unwrap_or("")))
}

/// The part between two positions.
///
/// # Errors
/// Positions out of range, or in the wrong order.
#[inline]
pub fn substring(text: Text<'_>, start: i64, end: i64) -> Tried<Text<'_>> {
    look(&text)?;
    rules::substring(&text, start, end)?;
    Ok(text.part(|text| rules::substring(text, start, end).unwrap_or("")))
}

/// The code point at a position, or nothing at the end.
///
/// # Errors
/// A position out of range.
#[inline]
pub fn char_at(text: Text<'_>, index: i64) -> Tried<Text<'_>> {
    look(&text)?;
    Ok(rules::char_at(&text, index)?.into())
}

/// The text with all occurrences replaced.
///
/// # Errors
/// None.
#[inline]
pub fn replace<'t>(text: Text<'_>, from: Text<'_>, to: Text<'_>) -> Tried<Text<'t>> {
    look(&text)?;
    Ok(rules::replace(&text, &from, &to, -1).into())
}

/// The text with at most so many occurrences replaced.
///
/// # Errors
/// None.
#[inline]
pub fn replace_some<'t>(
    text: Text<'_>,
    from: Text<'_>,
    to: Text<'_>,
    most: i64,
) -> Tried<Text<'t>> {
    look(&text)?;
    Ok(rules::replace(&text, &from, &to, most).into())
}

/// The parts between the separators.
///
/// # Errors
/// None.
#[inline]
pub fn split<'t>(text: Text<'t>, separator: Text<'_>) -> Tried<Vec<Text<'t>>> {
    split_some(text, separator, -1)
}

/// The parts between the separators, at most so many.
///
/// # Errors
/// None.
#[inline]
pub fn split_some<'t>(of: Text<'t>, separator: Text<'_>, most: i64) -> Tried<Vec<Text<'t>>> {
    look(&of)?;
    Ok(match of.0 {
        Cow::Borrowed(of) => rules::split(of, &separator, most)
            .into_iter()
            .map(text)
            .collect(),
        Cow::Owned(of) => {
            let parts = rules::split(&of, &separator, most);
            parts
                .into_iter()
                .map(|part| part.to_owned().into())
                .collect()
        }
    })
}

/// A text or a list, in which something is looked for.
#[diagnostic::on_unimplemented(
    message = "rules cannot look for the place of a `{Wanted}` in a `{Self}`",
    label = "looks for a `{Wanted}` in a `{Self}`"
)]
pub trait Positions<Wanted> {
    /// The first and the last position.
    ///
    /// # Errors
    /// An element that cannot be read.
    fn positions(self, wanted: &Wanted) -> Tried<Option<(i64, i64)>>;
}

impl Positions<Text<'_>> for Text<'_> {
    #[inline]
    fn positions(self, wanted: &Text<'_>) -> Tried<Option<(i64, i64)>> {
        look(&self)?;
        let at = |byte: usize| code_points(self.get(..byte).unwrap_or(""));
        let first = self.find(&**wanted);
        Ok(first.map(|first| (at(first), at(self.rfind(&**wanted).unwrap_or(first)))))
    }
}

#[inline]
fn in_list<L: Items, W>(list: L, wanted: &W) -> Tried<Option<(i64, i64)>>
where
    <L::Item as Item>::Value: Same<W>,
{
    let mut found: Option<(i64, i64)> = None;
    for (index, item) in items(list).enumerate() {
        if item.value()?.same(wanted)? {
            let index = length(index);
            found = Some((found.map_or(index, |(first, _)| first), index));
        }
    }
    Ok(found)
}

impl<T, W> Positions<W> for &[T]
where
    Self: Items,
    <<Self as Items>::Item as Item>::Value: Same<W>,
{
    #[inline]
    fn positions(self, wanted: &W) -> Tried<Option<(i64, i64)>> {
        in_list(self, wanted)
    }
}

impl<I: Item, W> Positions<W> for Vec<I>
where
    I::Value: Same<W>,
{
    #[inline]
    fn positions(self, wanted: &W) -> Tried<Option<(i64, i64)>> {
        in_list(self, wanted)
    }
}

/// The position of the first occurrence, or -1.
///
/// # Errors
/// An element that cannot be read.
#[inline]
pub fn index_of<L: Positions<W>, W>(of: L, wanted: W) -> Tried<i64> {
    Ok(of.positions(&wanted)?.map_or(-1, |(first, _)| first))
}

/// The position of the last occurrence, or -1.
///
/// # Errors
/// An element that cannot be read.
#[inline]
pub fn last_index_of<L: Positions<W>, W>(of: L, wanted: W) -> Tried<i64> {
    Ok(of.positions(&wanted)?.map_or(-1, |(_, last)| last))
}
