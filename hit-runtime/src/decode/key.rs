//! Names of members.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

/// A member's name, as a generated type sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// One of the names the type has a field for.
    At(usize),
    /// Another name.
    Other(String),
}

/// Reads the next name and looks it up in `names`, trying `hint` first:
/// documents tend to keep the order of the schema.
///
/// # Errors
/// The deserializer's own, or a name that is not a string.
pub fn key<'de, A: MapAccess<'de>>(
    access: &mut A,
    names: &'static [&'static str],
    hint: usize,
) -> Result<Option<Key>, A::Error> {
    access.next_key_seed(KeySeed { names, hint })
}

struct KeySeed {
    names: &'static [&'static str],
    hint: usize,
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl KeySeed {
    fn find(&self, name: &str) -> Option<usize> {
        let (before, from) = self.names.split_at(self.hint.min(self.names.len()));
        let place = |names: &[&str]| names.iter().position(|known| *known == name);
        place(from)
            .map(|at| at + before.len())
            .or_else(|| place(before))
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a member name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Key, E> {
        Ok(match self.find(name) {
            Some(at) => Key::At(at),
            None => Key::Other(name.to_owned()),
        })
    }
}
