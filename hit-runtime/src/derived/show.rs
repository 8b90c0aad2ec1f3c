//! Values in messages.

use super::items::Item;
use super::network::Ip;
use super::optional::Optional;
use super::text::Text;
use crate::rules::{Cidr, Duration, Timestamp, Tried, Url, double_text};

/// What a message can show.
#[diagnostic::on_unimplemented(
    message = "a message cannot show a `{Self}`",
    label = "has no text",
    note = "name a member of it that is a text, a number or a list"
)]
pub trait Show {
    /// Appends the text for people.
    fn show(&self, text: &mut String);
}

/// Appends a value; what is absent reads `(absent)`.
#[inline]
pub fn show<V: Show>(value: impl FnOnce() -> Tried<V>, text: &mut String) {
    match value() {
        Ok(value) => value.show(text),
        Err(_) => text.push_str("(absent)"),
    }
}

/// Appends an optional.
#[inline]
pub fn show_optional<V: Show>(value: impl FnOnce() -> Tried<Optional<V>>, text: &mut String) {
    match value() {
        Ok(Optional(Some(value))) => value.show(text),
        _ => text.push_str("(absent)"),
    }
}

macro_rules! displayed {
    ($($ty:ty)*) => {
        $(impl Show for $ty {
            #[inline]
            fn show(&self, text: &mut String) {
                text.push_str(&self.to_string());
            }
        })*
    };
}

displayed!(bool i64 u64 Timestamp Duration Cidr);

impl Show for f64 {
    #[inline]
    fn show(&self, text: &mut String) {
        text.push_str(&double_text(*self));
    }
}

impl Show for Text<'_> {
    #[inline]
    fn show(&self, text: &mut String) {
        text.push_str(self);
    }
}

impl Show for Ip {
    #[inline]
    fn show(&self, text: &mut String) {
        text.push_str(&self.0.to_string());
    }
}

impl Show for Url {
    #[inline]
    fn show(&self, text: &mut String) {
        text.push_str(self.as_str());
    }
}

#[inline]
fn list<I: Item>(items: impl Iterator<Item = I>, text: &mut String)
where
    I::Value: Show,
{
    text.push('[');
    for (index, item) in items.enumerate() {
        if index > 0 {
            text.push_str(", ");
        }
        show(|| item.value(), text);
    }
    text.push(']');
}

impl<'a, T> Show for &'a [T]
where
    &'a T: Item,
    <&'a T as Item>::Value: Show,
{
    #[inline]
    fn show(&self, text: &mut String) {
        list(self.iter(), text);
    }
}

impl<I: Item + Clone> Show for Vec<I>
where
    I::Value: Show,
{
    #[inline]
    fn show(&self, text: &mut String) {
        list(self.iter().cloned(), text);
    }
}
