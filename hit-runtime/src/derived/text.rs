//! Texts of rules.

use std::borrow::Cow;
use std::ops::Deref;

/// A text: of the value, or made by the rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text<'t>(pub(super) Cow<'t, str>);

/// The text itself.
#[inline]
pub fn text(text: &str) -> Text<'_> {
    Text(Cow::Borrowed(text))
}

impl<'t> Text<'t> {
    /// A part of the text.
    #[inline]
    pub(super) fn part(self, part: impl Fn(&str) -> &str) -> Self {
        Text(match self.0 {
            Cow::Borrowed(text) => Cow::Borrowed(part(text)),
            Cow::Owned(text) => Cow::Owned(part(&text).to_owned()),
        })
    }
}

impl From<String> for Text<'_> {
    #[inline]
    fn from(text: String) -> Self {
        Text(Cow::Owned(text))
    }
}

impl Deref for Text<'_> {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        &self.0
    }
}
