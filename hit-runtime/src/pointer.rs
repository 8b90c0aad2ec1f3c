//! JSON Pointer (RFC 6901).

use std::fmt;

/// A JSON Pointer (RFC 6901): where in a document a value stands.
///
/// ```
/// let mut at = hit_runtime::Pointer::root();
/// at.push("a/b");
/// at.push_index(3);
/// assert_eq!(at.as_str(), "/a~1b/3");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(String);

impl Pointer {
    /// The whole document: the empty pointer.
    pub fn root() -> Self {
        Self::default()
    }

    /// Takes a text that already is an escaped JSON Pointer.
    pub fn from_escaped(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Appends one member name, escaping `~` and `/`.
    pub fn push(&mut self, name: &str) {
        self.0.push('/');
        for c in name.chars() {
            match c {
                '~' => self.0.push_str("~0"),
                '/' => self.0.push_str("~1"),
                c => self.0.push(c),
            }
        }
    }

    /// Appends one array index.
    pub fn push_index(&mut self, index: usize) {
        self.0.push('/');
        self.0.push_str(&index.to_string());
    }

    /// This pointer with one more member name.
    #[must_use]
    pub fn join(&self, name: &str) -> Self {
        let mut longer = self.clone();
        longer.push(name);
        longer
    }

    /// This pointer with all steps of another one.
    #[must_use]
    pub fn then(&self, below: &Self) -> Self {
        Self(format!("{}{}", self.0, below.0))
    }

    /// The escaped text, `""` for the root.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The unescaped reference tokens, in order.
    pub fn tokens(&self) -> impl Iterator<Item = String> + '_ {
        self.0
            .split('/')
            .skip(1)
            .map(|token| token.replace("~1", "/").replace("~0", "~"))
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
