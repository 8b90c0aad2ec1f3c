//! Types of places: a field, an item, an arm.

use hit_runtime::check::NodeId;
use hit_schema::shape::{Numbers, Strings};

/// Index of an item in its model.
pub type ItemId = usize;

/// A Rust integer type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repr {
    /// `i8` to `i64`: bits.
    Signed(u8),
    /// `u8` to `u64`: bits.
    Unsigned(u8),
    /// `hit_runtime::types::Integer`.
    Any,
}

/// A Rust type together with the checks that reading it enforces.
#[derive(Clone, Debug, PartialEq)]
pub enum Ty {
    /// Any JSON value, unchecked.
    Json,
    /// No value at all.
    Never,
    /// `null`.
    Null,
    /// `bool`.
    Bool,
    /// An integer.
    Int {
        /// Rust type.
        repr: Repr,
        /// Whether `1.0` is refused.
        literal: bool,
        /// Checks beyond the range of the type.
        checks: Numbers,
    },
    /// `f64`.
    Double(Numbers),
    /// `hit_runtime::types::Number`.
    Number(Numbers),
    /// `String`.
    Text {
        /// Checks.
        checks: Strings,
        /// The subschema that has just these checks, when it is one: to name them.
        node: Option<NodeId>,
    },
    /// `Vec`.
    Seq {
        /// Type of the items.
        item: Box<Ty>,
        /// Least number of items.
        min: Option<u64>,
        /// Greatest number of items.
        max: Option<u64>,
        /// No two are equal.
        unique: bool,
    },
    /// A map of members.
    Map {
        /// Rust path of the map type, without parameters.
        path: String,
        /// Type of the values.
        value: Box<Ty>,
        /// Checks of every name.
        names: Vec<Strings>,
        /// Least number of members.
        min: Option<u64>,
        /// Greatest number of members.
        max: Option<u64>,
    },
    /// `Option`, where `None` is `null`.
    Option(Box<Ty>),
    /// `Box`.
    Boxed(Box<Ty>),
    /// A generated type.
    Named(ItemId),
    /// The engine judges the whole value against `node` first.
    Checked {
        /// The subschema.
        node: NodeId,
        /// How it is read then.
        inner: Box<Ty>,
    },
    /// A type of the user's.
    Foreign {
        /// Rust path.
        path: String,
        /// Checks, when only strings are accepted.
        text: Option<Strings>,
        /// The subschema.
        node: NodeId,
    },
}
