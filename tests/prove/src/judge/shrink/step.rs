//! One change that makes a value smaller.

use serde_json::{Value, json};

/// A change at a place.
pub(super) struct Step {
    /// The pointer of the place.
    at: String,
    change: Change,
}

enum Change {
    /// The member or item itself goes.
    Gone,
    /// An item of it stands for the list.
    Item(usize),
    /// Another value stands there.
    Other(Value),
}

/// All of a value, the boldest first.
pub(super) fn steps(value: &Value) -> Vec<Step> {
    let mut found = Vec::new();
    let mut level = vec![(String::new(), value)];
    while !level.is_empty() {
        for (at, value) in &level {
            let step = |change| Step {
                at: at.clone(),
                change,
            };
            if !at.is_empty() {
                found.push(step(Change::Gone));
            }
            found.extend(changes(value).into_iter().map(step));
        }
        level = level
            .iter()
            .flat_map(|(at, value)| children(at, value))
            .collect();
    }
    found
}

/// What may stand in the place of a value.
fn changes(value: &Value) -> Vec<Change> {
    let others = match value {
        Value::Array(items) => return (0..items.len()).map(Change::Item).collect(),
        Value::String(text) if !text.is_empty() => {
            let mut shorter = text.clone();
            shorter.pop();
            let later = text.chars().skip(1).collect::<String>();
            vec![json!(""), shorter.into(), later.into()]
        }
        Value::Number(number) if !matches!(number.as_f64(), Some(0.0 | 1.0)) => {
            vec![json!(0), json!(1)]
        }
        Value::Bool(true) => vec![json!(false)],
        _ => Vec::new(),
    };
    others.into_iter().map(Change::Other).collect()
}

fn children<'v>(at: &str, value: &'v Value) -> Vec<(String, &'v Value)> {
    match value {
        Value::Object(members) => members
            .iter()
            .map(|(name, member)| (format!("{at}/{}", escape(name)), member))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(index, item)| (format!("{at}/{index}"), item))
            .collect(),
        _ => Vec::new(),
    }
}

fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

impl Step {
    /// The value after it.
    pub(super) fn apply(&self, value: &Value) -> Option<Value> {
        let mut value = value.clone();
        match &self.change {
            Change::Gone => {
                let (parent, token) = self.at.rsplit_once('/')?;
                match value.pointer_mut(parent)? {
                    Value::Object(members) => {
                        members.remove(&token.replace("~1", "/").replace("~0", "~"))?;
                    }
                    Value::Array(items) => drop(items.remove(token.parse().ok()?)),
                    _ => return None,
                }
            }
            Change::Item(index) => {
                let slot = value.pointer_mut(&self.at)?;
                let item = slot.get_mut(*index)?.take();
                *slot = item;
            }
            Change::Other(other) => *value.pointer_mut(&self.at)? = other.clone(),
        }
        Some(value)
    }
}
