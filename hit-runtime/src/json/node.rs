//! The tree.

use serde_json::{Map, Number, Value};

use crate::{Pointer, Span};

/// A JSON value and where it stands in its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// From the first to after the last byte of the value.
    pub span: Span,
    /// The value.
    pub value: Json,
}

/// What a [`Node`] holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// An integer that fits `i64` or `u64`, or else a finite `f64`.
    Number(Number),
    /// A string, unescaped.
    String(String),
    /// An array.
    Array(Vec<Node>),
    /// An object: members in the order of the text, names unique.
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Its name, unescaped.
    pub name: String,
    /// Where the name stands, quotes included.
    pub name_span: Span,
    /// Its value.
    pub value: Node,
}

impl Node {
    /// The member of this name, when this is an object that has it.
    pub fn get(&self, name: &str) -> Option<&Node> {
        self.member(name).map(|member| &member.value)
    }

    /// Like [`Node::get`], with the place of the name.
    pub fn member(&self, name: &str) -> Option<&Member> {
        self.as_object()?.iter().find(|member| member.name == name)
    }

    /// The value a pointer leads to (RFC 6901, section 4).
    ///
    /// ```
    /// use hit_runtime::{Pointer, json};
    /// let tree = json::parse(r#"{"a": [1, {"b/c": 2}]}"#, &json::Limits::default()).unwrap();
    /// let node = tree.pointer(&Pointer::from_escaped("/a/1/b~1c")).unwrap();
    /// assert_eq!(node.to_value(), 2);
    /// assert_eq!((node.span.line, node.span.column), (1, 19));
    /// ```
    pub fn pointer(&self, pointer: &Pointer) -> Option<&Node> {
        pointer
            .tokens()
            .try_fold(self, |node, token| node.child(&token))
    }

    /// The member or the item an unescaped reference token names.
    pub fn child(&self, token: &str) -> Option<&Node> {
        match &self.value {
            Json::Object(_) => self.get(token),
            Json::Array(items) => items.get(index(token)?),
            _ => None,
        }
    }

    /// The members, when this is an object.
    pub fn as_object(&self) -> Option<&[Member]> {
        match &self.value {
            Json::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The items, when this is an array.
    pub fn as_array(&self) -> Option<&[Node]> {
        match &self.value {
            Json::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The text, when this is a string.
    pub fn as_str(&self) -> Option<&str> {
        match &self.value {
            Json::String(text) => Some(text),
            _ => None,
        }
    }

    /// The truth value, when this is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self.value {
            Json::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// The number, when this is one.
    pub fn as_number(&self) -> Option<&Number> {
        match &self.value {
            Json::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The name of the JSON type, with its article: `an array`.
    pub fn type_name(&self) -> &'static str {
        match self.value {
            Json::Null => "null",
            Json::Bool(_) => "a boolean",
            Json::Number(_) => "a number",
            Json::String(_) => "a string",
            Json::Array(_) => "an array",
            Json::Object(_) => "an object",
        }
    }

    /// The same value without places.
    pub fn to_value(&self) -> Value {
        match &self.value {
            Json::Null => Value::Null,
            Json::Bool(value) => Value::Bool(*value),
            Json::Number(number) => Value::Number(number.clone()),
            Json::String(text) => Value::String(text.clone()),
            Json::Array(items) => Value::Array(items.iter().map(Node::to_value).collect()),
            Json::Object(members) => Value::Object(to_map(members)),
        }
    }
}

fn to_map(members: &[Member]) -> Map<String, Value> {
    members
        .iter()
        .map(|member| (member.name.clone(), member.value.to_value()))
        .collect()
}

/// An array index as RFC 6901 writes it: no sign, no leading zero.
fn index(token: &str) -> Option<usize> {
    let plain = token.bytes().all(|byte| byte.is_ascii_digit());
    let padded = token.len() > 1 && token.starts_with('0');
    if plain && !padded {
        token.parse().ok()
    } else {
        None
    }
}
