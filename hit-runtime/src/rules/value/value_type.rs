//! The value itself.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::Value as Json;

use crate::rules::time::{Duration, Timestamp};
use crate::rules::types::{ListKind, ListType, ObjectType, Type, TypeTable};
use crate::rules::value::key::Key;
use crate::rules::value::opaque::OpaqueValue;

/// A value of CEL. Parts of the document are borrowed and looked at only when asked for.
#[derive(Clone, Debug)]
pub enum Value<'a> {
    /// `null`
    Null,
    /// A truth value.
    Bool(bool),
    /// A signed integer.
    Int(i64),
    /// An unsigned integer.
    UInt(u64),
    /// A floating-point number.
    Double(f64),
    /// Text.
    String(Text<'a>),
    /// Bytes.
    Bytes(Rc<[u8]>),
    /// A point in time.
    Timestamp(Timestamp),
    /// A length of time.
    Duration(Duration),
    /// A list.
    List(List<'a>),
    /// A map.
    Map(Map<'a>),
    /// An object of the document.
    Object(Object<'a>),
    /// A value or nothing.
    Optional(Option<Rc<Value<'a>>>),
    /// The name of a type.
    Type(Rc<str>),
    /// A value that only functions can look into.
    Opaque(Rc<OpaqueValue>),
}

/// Text, borrowed from the document or the rule, or made while it ran.
#[derive(Clone, Debug)]
pub enum Text<'a> {
    /// Borrowed.
    Borrowed(&'a str),
    /// Shared.
    Shared(Rc<str>),
}

/// A list.
#[derive(Clone, Debug)]
pub enum List<'a> {
    /// Made by a rule.
    Owned {
        /// The elements.
        items: Rc<Vec<Value<'a>>>,
        /// How it compares: a sum of two sets is a set.
        kind: Option<&'a ListKind>,
    },
    /// A part of the document.
    Json {
        /// The elements.
        items: &'a [Json],
        /// Their type.
        ty: &'a ListType,
        /// Where object types are found.
        types: &'a TypeTable,
    },
    /// A part of the document of which no type is known.
    Untyped(&'a [Json]),
}

/// A map.
#[derive(Clone, Debug)]
pub enum Map<'a> {
    /// Made by a rule.
    Owned(Rc<BTreeMap<Key, Value<'a>>>),
    /// A part of the document.
    Json {
        /// The entries.
        entries: &'a serde_json::Map<String, Json>,
        /// The type of their values.
        ty: &'a Type,
        /// Where object types are found.
        types: &'a TypeTable,
    },
    /// A part of the document of which no type is known.
    Untyped(&'a serde_json::Map<String, Json>),
}

/// An object of the document.
#[derive(Clone, Copy, Debug)]
pub struct Object<'a> {
    /// Its members.
    pub members: &'a serde_json::Map<String, Json>,
    /// Its type.
    pub object: &'a ObjectType,
    /// Where object types are found.
    pub types: &'a TypeTable,
}

impl Text<'_> {
    /// The text.
    pub fn as_str(&self) -> &str {
        match self {
            Text::Borrowed(text) => text,
            Text::Shared(text) => text,
        }
    }
}

impl<'a> Value<'a> {
    /// Text made while the rule ran.
    pub fn string(text: impl Into<Rc<str>>) -> Self {
        Value::String(Text::Shared(text.into()))
    }

    /// A list made while the rule ran.
    pub fn list(items: Vec<Value<'a>>) -> Self {
        Value::List(List::Owned {
            items: Rc::new(items),
            kind: None,
        })
    }

    /// An optional that holds a value.
    pub fn some(value: Value<'a>) -> Self {
        Value::Optional(Some(Rc::new(value)))
    }

    /// An opaque value.
    pub fn opaque(value: OpaqueValue) -> Self {
        Value::Opaque(Rc::new(value))
    }

    /// The name of the value's type, as `type(x)` gives it.
    pub fn type_name(&self) -> &str {
        match self {
            Value::Null => "null_type",
            Value::Bool(_) => "bool",
            Value::Int(_) => "int",
            Value::UInt(_) => "uint",
            Value::Double(_) => "double",
            Value::String(_) => "string",
            Value::Bytes(_) => "bytes",
            Value::Timestamp(_) => "google.protobuf.Timestamp",
            Value::Duration(_) => "google.protobuf.Duration",
            Value::List(_) => "list",
            Value::Map(_) => "map",
            Value::Object(object) => &object.object.name,
            Value::Optional(_) => "optional_type",
            Value::Type(_) => "type",
            Value::Opaque(opaque) => opaque.kind().name(),
        }
    }
}
