//! Taking members out of a JSON object, each once, with errors that name them.

use serde_json::{Map, Number, Value};

/// The members of one object that have not been taken yet.
pub(super) struct Reader {
    members: Map<String, Value>,
}

impl Reader {
    pub(super) fn new(value: Value) -> Result<Self, String> {
        match value {
            Value::Object(members) => Ok(Self { members }),
            other => Err(format!("expected an object, found {other}")),
        }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.members.contains_key(name)
    }

    pub(super) fn take(&mut self, name: &str) -> Result<Value, String> {
        self.members
            .remove(name)
            .ok_or_else(|| format!("missing `{name}`"))
    }

    pub(super) fn take_if(&mut self, name: &str) -> Option<Value> {
        self.members.remove(name)
    }

    /// The names that have not been taken.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.members.keys().map(String::as_str)
    }

    /// An error where members are left.
    pub(super) fn finish(self) -> Result<(), String> {
        match self.members.keys().next() {
            None => Ok(()),
            Some(name) => Err(format!("unexpected `{name}`")),
        }
    }
}

pub(super) fn text(value: Value) -> Result<String, String> {
    match value {
        Value::String(text) => Ok(text),
        other => Err(format!("expected a string, found {other}")),
    }
}

pub(super) fn number(value: Value) -> Result<Number, String> {
    match value {
        Value::Number(number) => Ok(number),
        other => Err(format!("expected a number, found {other}")),
    }
}

pub(super) fn count(value: Value) -> Result<u64, String> {
    value
        .as_u64()
        .ok_or_else(|| format!("expected a count, found {value}"))
}

pub(super) fn id(value: Value) -> Result<u32, String> {
    value
        .as_u64()
        .and_then(|id| u32::try_from(id).ok())
        .ok_or_else(|| format!("expected an index, found {value}"))
}

pub(super) fn list<T>(
    value: Value,
    item: impl Fn(Value) -> Result<T, String>,
) -> Result<Vec<T>, String> {
    match value {
        Value::Array(items) => items.into_iter().map(item).collect(),
        other => Err(format!("expected a list, found {other}")),
    }
}

/// A list of two.
pub(super) fn pair<T>(
    value: Value,
    second: impl Fn(Value) -> Result<T, String>,
) -> Result<(String, T), String> {
    let items = list(value, Ok)?;
    match <[Value; 2]>::try_from(items) {
        Ok([name, value]) => Ok((text(name)?, second(value)?)),
        Err(items) => Err(format!(
            "expected a name and a value, found {} entries",
            items.len()
        )),
    }
}
