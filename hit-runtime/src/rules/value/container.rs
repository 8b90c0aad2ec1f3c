//! Lists, maps and objects: made by a rule, or borrowed from the document and
//! typed only when an element is asked for.

use serde_json::Value as Json;

use crate::rules::types::{ListKind, Type, TypeTable};
use crate::rules::value::fault::{Fault, Outcome};
use crate::rules::value::key::Key;
use crate::rules::value::scalar::{int_or_string, scalar};
use crate::rules::value::value_type::{List, Map, Object, Text, Value};

impl<'a> List<'a> {
    /// The number of elements.
    pub fn len(&self) -> usize {
        match self {
            List::Owned { items, .. } => items.len(),
            List::Json { items, .. } | List::Untyped(items) => items.len(),
        }
    }

    /// Whether there are no elements.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How the list compares with others.
    pub fn kind(&self) -> Option<&'a ListKind> {
        match self {
            List::Owned { kind, .. } => *kind,
            List::Json { ty, .. } => Some(&ty.kind),
            List::Untyped(_) => None,
        }
    }

    /// An element; `None` when there is none at this index.
    pub fn get(&self, index: usize) -> Option<Outcome<'a>> {
        match self {
            List::Owned { items, .. } => items.get(index).cloned().map(Ok),
            List::Json { items, ty, types } => {
                items.get(index).map(|item| bind(item, &ty.element, types))
            }
            List::Untyped(items) => items.get(index).map(|item| Ok(untyped(item))),
        }
    }

    /// All elements in order.
    pub fn iter(&self) -> impl Iterator<Item = Outcome<'a>> + '_ {
        (0..self.len()).filter_map(|index| self.get(index))
    }

    /// All elements, if each is what its type says.
    ///
    /// # Errors
    /// The first element that is not.
    pub fn to_vec(&self) -> Result<Vec<Value<'a>>, Fault> {
        self.iter().collect()
    }
}

impl<'a> Map<'a> {
    /// The number of entries.
    pub fn len(&self) -> usize {
        match self {
            Map::Owned(entries) => entries.len(),
            Map::Json { entries, .. } | Map::Untyped(entries) => entries.len(),
        }
    }

    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value of a key.
    pub fn get(&self, key: &Key) -> Option<Outcome<'a>> {
        match (self, key) {
            (Map::Owned(entries), key) => entries.get(key).cloned().map(Ok),
            (_, Key::String(name)) => self.get_str(name),
            _ => None,
        }
    }

    /// The value of a text key.
    pub fn get_str(&self, name: &str) -> Option<Outcome<'a>> {
        match self {
            Map::Owned(entries) => entries.get(&Key::String(name.into())).cloned().map(Ok),
            Map::Json { entries, ty, types } => {
                entries.get(name).map(|value| bind(value, ty, types))
            }
            Map::Untyped(entries) => entries.get(name).map(|value| Ok(untyped(value))),
        }
    }

    /// The keys in order.
    pub fn keys(&self) -> Vec<Value<'a>> {
        match self {
            Map::Owned(entries) => entries.keys().map(Key::to_value).collect(),
            Map::Json { entries, .. } | Map::Untyped(entries) => {
                let borrowed: &'a serde_json::Map<String, Json> = entries;
                borrowed
                    .keys()
                    .map(|name| Value::String(Text::Borrowed(name)))
                    .collect()
            }
        }
    }
}

impl<'a> Object<'a> {
    /// A field that is there: `null` counts as absent.
    pub fn get(&self, field: &str) -> Option<Outcome<'a>> {
        let field = self.object.fields.get(field)?;
        let value = self.members.get(&field.member)?;
        if value.is_null() {
            None
        } else {
            Some(bind(value, &field.ty, self.types))
        }
    }

    /// Whether a field for integers holds one, of whatever size.
    pub fn is_integer(&self, field: &str) -> bool {
        let Some(field) = self.object.fields.get(field) else {
            return false;
        };
        let value = self.members.get(&field.member).and_then(Json::as_f64);
        matches!(field.ty, Type::Int | Type::UInt) && value.is_some_and(|it| it.fract() == 0.0)
    }

    /// A member of the document under the type of its field; any type when it has none.
    pub fn member(&self, name: &str) -> Option<Outcome<'a>> {
        let value = self.members.get(name)?;
        let field = self
            .object
            .by_member
            .get(name)
            .and_then(|field| self.object.fields.get(field));
        Some(match field {
            Some(_) if value.is_null() => Ok(Value::Null),
            Some(field) => bind(value, &field.ty, self.types),
            None => Ok(untyped(value)),
        })
    }
}

/// A part of the document of which no type is known.
pub fn untyped(json: &Json) -> Value<'_> {
    match json {
        Json::Null => Value::Null,
        Json::Bool(value) => Value::Bool(*value),
        Json::Number(number) => number
            .as_i64()
            .map(Value::Int)
            .or_else(|| number.as_u64().map(Value::UInt))
            .unwrap_or_else(|| Value::Double(number.as_f64().unwrap_or(f64::NAN))),
        Json::String(text) => Value::String(Text::Borrowed(text)),
        Json::Array(items) => Value::List(List::Untyped(items)),
        Json::Object(entries) => Value::Map(Map::Untyped(entries)),
    }
}

/// The value that a part of a document is under a type. Containers are only
/// checked to be containers; their elements when they are asked for.
///
/// # Errors
/// [`FaultKind::InvalidData`](super::FaultKind::InvalidData) when the document is not of the type.
pub fn bind<'a>(json: &'a Json, ty: &'a Type, types: &'a TypeTable) -> Outcome<'a> {
    match (ty, json) {
        (Type::Dyn | Type::Error | Type::Var(_) | Type::Opaque(_) | Type::Type(_), _) => {
            Ok(untyped(json))
        }
        (Type::List(ty), Json::Array(items)) => Ok(Value::List(List::Json { items, ty, types })),
        (Type::Map(map), Json::Object(entries)) => Ok(Value::Map(Map::Json {
            entries,
            ty: &map.1,
            types,
        })),
        (Type::Object(object), Json::Object(members)) => match types.object(object) {
            Some(object) => Ok(Value::Object(Object {
                members,
                object,
                types,
            })),
            None => Ok(untyped(json)),
        },
        (Type::Optional(inner), Json::Null) if **inner != Type::Null => Ok(Value::Optional(None)),
        (Type::Optional(inner), _) => bind(json, inner, types).map(Value::some),
        (Type::Union(members), _) => union(json, members, types),
        (Type::IntOrString, _) => int_or_string(json),
        _ => scalar(json, ty),
    }
}

fn union<'a>(json: &'a Json, members: &'a [Type], types: &'a TypeTable) -> Outcome<'a> {
    let mut wrong = Fault::invalid_data("expected one of the types of the schema");
    for member in members {
        match bind(json, member, types) {
            Ok(value) => return Ok(value),
            Err(fault) if *member != Type::Null => wrong = fault,
            Err(_) => {}
        }
    }
    Err(wrong)
}
