//! The data of a shape.

use hit_runtime::check::{Format, NodeId, Pattern, TypeSet};
use hit_runtime::types::Number;
use serde_json::Value;

use super::key::Key;

/// What a value may be, JSON type by JSON type.
#[derive(Clone, Debug, Default)]
pub struct Shape {
    /// The JSON types allowed; empty when nothing is accepted.
    pub kinds: TypeSet,
    /// The only values allowed, when the schema lists them; already filtered
    /// by the other checks unless `residual` says otherwise.
    pub values: Option<Vec<Value>>,
    /// Demands on numbers.
    pub numbers: Numbers,
    /// Demands on strings.
    pub strings: Strings,
    /// Demands on arrays.
    pub arrays: Arrays,
    /// Demands on objects.
    pub objects: Objects,
    /// `anyOf` and `oneOf`, to be split or run on the whole value.
    pub unions: Vec<Union>,
    /// What the facets do not say.
    pub residual: Vec<Residual>,
    /// Whether a dynamic reference that may land in several places demands
    /// more. Only a check from the root of the document can tell what.
    pub dynamic: bool,
}

/// A bound of numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bound {
    /// The limit.
    pub limit: Number,
    /// Whether the limit itself is out.
    pub exclusive: bool,
}

/// Demands on numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Numbers {
    /// Lower bound.
    pub min: Option<Bound>,
    /// Upper bound.
    pub max: Option<Bound>,
    /// Divisors.
    pub multiples: Vec<Number>,
}

/// Demands on strings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strings {
    /// Least number of code points.
    pub min: Option<u64>,
    /// Greatest number of code points.
    pub max: Option<u64>,
    /// All must match.
    pub patterns: Vec<Pattern>,
    /// All must hold.
    pub formats: Vec<Format>,
}

/// Demands on arrays.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arrays {
    /// Item *i* against key *i*.
    pub prefix: Vec<Key>,
    /// All further items.
    pub rest: Key,
    /// Least number of items.
    pub min: Option<u64>,
    /// Greatest number of items.
    pub max: Option<u64>,
    /// No two items are equal.
    pub unique: bool,
}

/// A named member of objects.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// What its value may be.
    pub key: Key,
    /// Whether it must be there.
    pub required: bool,
    /// The subschemas that name it, in order of writing: for documentation.
    pub written: Vec<NodeId>,
}

/// Demands on objects.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Objects {
    /// Named members, in order of writing.
    pub members: Vec<Member>,
    /// Members that are required and nowhere described.
    pub patterns: Vec<(Pattern, Key)>,
    /// All members that are neither named nor matched.
    pub additional: Key,
    /// Least number of members.
    pub min: Option<u64>,
    /// Greatest number of members.
    pub max: Option<u64>,
    /// Demands on every name.
    pub names: Vec<Strings>,
    /// When the first is there, so are the others.
    pub dependent: Vec<(String, Vec<String>)>,
}

/// `anyOf` or `oneOf`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnionKind {
    /// At least one arm accepts.
    AnyOf,
    /// Exactly one arm accepts.
    OneOf,
}

/// A union among the checks of a key.
#[derive(Clone, Debug, PartialEq)]
pub struct Union {
    /// Which keyword.
    pub kind: UnionKind,
    /// The subschema that holds it.
    pub node: NodeId,
    /// Index of the check in that subschema.
    pub check: usize,
    /// The arms as written.
    pub arms: Vec<NodeId>,
    /// Per arm: the arm and everything else the key demands.
    pub keys: Vec<Key>,
    /// All the key demands but this union.
    pub base: Key,
}

/// A check that no facet says.
#[derive(Clone, Debug, PartialEq)]
pub struct Residual {
    /// The subschema that holds it.
    pub node: NodeId,
    /// The keyword.
    pub keyword: String,
    /// JSON types it can refuse.
    pub kinds: TypeSet,
}

impl Strings {
    /// Whether it demands nothing.
    pub fn is_any(&self) -> bool {
        *self == Self::default()
    }
}

impl Numbers {
    /// Whether it demands nothing.
    pub fn is_any(&self) -> bool {
        *self == Self::default()
    }
}

impl Arrays {
    /// Whether it demands nothing.
    pub fn is_any(&self) -> bool {
        *self == Self::default()
    }
}

impl Objects {
    /// Whether it demands nothing.
    pub fn is_any(&self) -> bool {
        *self == Self::default()
    }
}
