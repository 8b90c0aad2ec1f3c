//! What an atom demands, apart from the states it refers to.

use std::hash::{Hash, Hasher};

use serde_json::Value;

use super::exact::Exact;
use super::kinds::{Kind, KindSet, kind_of};

/// A value with a text that is the same for equal values.
#[derive(Clone, Debug)]
pub(crate) struct Literal {
    text: String,
    pub(crate) value: Value,
}

impl Literal {
    pub(crate) fn new(value: Value) -> Self {
        let mut text = String::new();
        write(&value, &mut text);
        Self { text, value }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

impl PartialEq for Literal {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Literal {}

impl Hash for Literal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Number(number) => {
            let exact = Exact::of(number);
            out.push_str(&format!("{}e{}", exact.digits, exact.exponent));
        }
        Value::Array(items) => {
            out.push('[');
            for item in items {
                write(item, out);
                out.push(',');
            }
            out.push(']');
        }
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by_key(|(name, _)| *name);
            out.push('{');
            for (name, member) in members {
                out.push_str(&format!("{name:?}:"));
                write(member, out);
                out.push(',');
            }
            out.push('}');
        }
        other => out.push_str(&other.to_string()),
    }
}

/// What an atom demands. Where it speaks about one JSON type it holds for
/// values of all others. The states meant are the atom's children.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Head {
    /// The value is of one of these kinds; none: nothing is accepted.
    Kinds(KindSet),
    /// The value is one of these. Children: for each array or object among
    /// them, in order, a state that accepts just it.
    Values(Vec<Literal>),
    /// A bound of numbers.
    Bound {
        lower: bool,
        limit: Exact,
        exclusive: bool,
    },
    /// A divisor of numbers.
    Multiple(Exact),
    /// Code points of a string, at least.
    MinLength(u64),
    /// Code points of a string, at most.
    MaxLength(u64),
    /// The string matches.
    Pattern(String),
    /// The string is of the format.
    Format(String),
    /// The string decodes.
    Encoding(String),
    /// The string's content is of the media type.
    Media(Option<String>, String),
    /// Items, at least.
    MinItems(u64),
    /// Items, at most.
    MaxItems(u64),
    /// No two items are equal.
    Unique,
    /// The item at an index.
    ItemAt(usize),
    /// All items from an index on.
    ItemsFrom(usize),
    /// So many items match.
    Contains(u64, Option<u64>),
    /// Members, at least.
    MinMembers(u64),
    /// Members, at most.
    MaxMembers(u64),
    /// The member is there.
    Has(String),
    /// The member, if it is there.
    Member(String),
    /// All members whose name matches.
    Matching(String),
    /// All members neither named nor matched.
    Rest(Vec<String>, Vec<String>),
    /// All names.
    Names,
    /// At least one child accepts.
    Any,
    /// Exactly one child accepts.
    One,
    /// The child does not accept.
    Not,
    /// Children: test, then, otherwise.
    If,
    /// A condition nothing is known of but its identity: a document that is not
    /// available, or a keyword that cannot be put otherwise.
    Opaque(String),
    /// A rule, or a part of one, that cannot be put as conditions: its identity,
    /// what to call it first. `null` counts as absent, and is never refused.
    Rule(String),
}

impl Head {
    /// The kinds of values it can refuse.
    pub(crate) fn concerns(&self) -> KindSet {
        match self {
            Self::Bound { .. } | Self::Multiple(_) => KindSet::NUMBERS,
            Self::MinLength(_)
            | Self::MaxLength(_)
            | Self::Pattern(_)
            | Self::Format(_)
            | Self::Encoding(_)
            | Self::Media(..) => KindSet::STRINGS,
            Self::MinItems(_)
            | Self::MaxItems(_)
            | Self::Unique
            | Self::ItemAt(_)
            | Self::ItemsFrom(_)
            | Self::Contains(..) => KindSet::ARRAYS,
            Self::MinMembers(_)
            | Self::MaxMembers(_)
            | Self::Has(_)
            | Self::Member(_)
            | Self::Matching(_)
            | Self::Rest(..)
            | Self::Names => KindSet::OBJECTS,
            Self::Kinds(_)
            | Self::Values(_)
            | Self::Any
            | Self::One
            | Self::Not
            | Self::If
            | Self::Opaque(_) => KindSet::ALL,
            Self::Rule(_) => KindSet::of(Kind::Null).not(),
        }
    }

    /// Kinds among the values of a list; whole numbers count as both ways of
    /// writing them.
    pub(crate) fn kinds_of(values: &[Literal]) -> KindSet {
        let kinds = values.iter().map(|literal| match kind_of(&literal.value) {
            Kind::Integer | Kind::Whole => KindSet::of(Kind::Integer).or(KindSet::of(Kind::Whole)),
            kind => KindSet::of(kind),
        });
        kinds.fold(KindSet::NONE, KindSet::or)
    }
}
