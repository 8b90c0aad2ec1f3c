//! JSON with the order of members fixed by the code that builds it.

use std::fmt;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::Value;

/// A rendered JSON document. Members stand in a fixed, documented order.
///
/// `Display` writes it on one line; [`Rendered::pretty`] indents it.
#[derive(Clone, Debug, PartialEq)]
pub struct Rendered(pub(super) Tree);

/// What a [`Rendered`] is made of.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Tree {
    Bool(bool),
    Number(u64),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(&'static str, Tree)>),
}

impl Rendered {
    /// As a value. The order of its members is that of `serde_json`'s map.
    pub fn to_value(&self) -> Value {
        self.0.to_value()
    }

    /// As text on several lines, indented by two spaces, without a line feed at the end.
    pub fn pretty(&self) -> String {
        serde_json::to_string_pretty(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Rendered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(&self.0).unwrap_or_default())
    }
}

impl Serialize for Rendered {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl Tree {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    fn to_value(&self) -> Value {
        match self {
            Self::Bool(it) => Value::Bool(*it),
            Self::Number(it) => Value::from(*it),
            Self::Text(it) => Value::String(it.clone()),
            Self::List(items) => items.iter().map(Self::to_value).collect(),
            Self::Object(members) => members
                .iter()
                .map(|(name, it)| ((*name).to_owned(), it.to_value()))
                .collect(),
        }
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Bool(it) => serializer.serialize_bool(*it),
            Self::Number(it) => serializer.serialize_u64(*it),
            Self::Text(it) => serializer.serialize_str(it),
            Self::List(items) => {
                let mut seq = serializer.serialize_seq(Some(items.len()))?;
                items
                    .iter()
                    .try_for_each(|item| seq.serialize_element(item))?;
                seq.end()
            }
            Self::Object(members) => {
                let mut map = serializer.serialize_map(Some(members.len()))?;
                members
                    .iter()
                    .try_for_each(|(name, it)| map.serialize_entry(name, it))?;
                map.end()
            }
        }
    }
}
