//! The kinds of values the prover tells apart.

use hit_runtime::check::TypeSet;
use hit_runtime::number::{is_integer, is_literal_integer};
use serde_json::Value;

/// One kind of value. Kinds are disjoint and cover all values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Kind {
    Null,
    Boolean,
    /// A number written as an integer.
    Integer,
    /// A number with a fraction of zero, such as `1.0`: in drafts 3 and 4 no
    /// integer.
    Whole,
    Fraction,
    String,
    Array,
    Object,
}

impl Kind {
    /// All kinds, those with the plainest values first.
    pub(crate) const ALL: [Self; 8] = [
        Self::String,
        Self::Integer,
        Self::Null,
        Self::Boolean,
        Self::Object,
        Self::Array,
        Self::Fraction,
        Self::Whole,
    ];
}

/// A set of kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct KindSet(pub u8);

impl KindSet {
    pub(crate) const NONE: Self = Self(0);
    pub(crate) const ALL: Self = Self(u8::MAX);
    pub(crate) const NUMBERS: Self =
        Self(1 << Kind::Integer as u8 | 1 << Kind::Whole as u8 | 1 << Kind::Fraction as u8);
    pub(crate) const STRINGS: Self = Self(1 << Kind::String as u8);
    pub(crate) const ARRAYS: Self = Self(1 << Kind::Array as u8);
    pub(crate) const OBJECTS: Self = Self(1 << Kind::Object as u8);

    pub(crate) const fn of(kind: Kind) -> Self {
        Self(1 << kind as u8)
    }

    pub(crate) const fn has(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u8) != 0
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn not(self) -> Self {
        Self(!self.0)
    }

    /// The kinds that a set of JSON types allows.
    pub(crate) fn of_types(types: TypeSet) -> Self {
        let mut kinds = Self::NONE;
        let mut add = |has: bool, kind: Kind| {
            if has {
                kinds = kinds.or(Self::of(kind));
            }
        };
        let number = types.contains(TypeSet::NUMBER);
        let literal = types.contains(TypeSet::LITERAL_INTEGER);
        add(types.contains(TypeSet::NULL), Kind::Null);
        add(types.contains(TypeSet::BOOLEAN), Kind::Boolean);
        add(types.contains(TypeSet::INTEGER), Kind::Integer);
        add(
            number || types.contains(TypeSet::INTEGER) && !literal,
            Kind::Whole,
        );
        add(number, Kind::Fraction);
        add(types.contains(TypeSet::STRING), Kind::String);
        add(types.contains(TypeSet::ARRAY), Kind::Array);
        add(types.contains(TypeSet::OBJECT), Kind::Object);
        kinds
    }
}

/// The kind of a value.
pub(crate) fn kind_of(value: &Value) -> Kind {
    match value {
        Value::Null => Kind::Null,
        Value::Bool(_) => Kind::Boolean,
        Value::Number(number) if is_literal_integer(number) => Kind::Integer,
        Value::Number(number) if is_integer(number) => Kind::Whole,
        Value::Number(_) => Kind::Fraction,
        Value::String(_) => Kind::String,
        Value::Array(_) => Kind::Array,
        Value::Object(_) => Kind::Object,
    }
}
