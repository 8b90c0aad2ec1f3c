//! What a document holds, by place, and what could stand there instead.

use hit_runtime::Pointer;
use hit_runtime::json::{Json, Node};
use serde_json::Value;

use crate::text::quote;

/// A pointer without the indices of items.
pub fn general(at: &Pointer) -> String {
    let tokens = at.tokens().map(|token| match token.parse::<usize>() {
        Ok(_) => "*".to_owned(),
        Err(_) => token,
    });
    let mut general = Pointer::root();
    tokens.for_each(|token| general.push(&token));
    general.as_str().to_owned()
}

/// Where the object of a member is.
pub(super) fn parent(at: &Pointer) -> &str {
    at.as_str()
        .rsplit_once('/')
        .map_or("", |(parent, _)| parent)
}

/// A value, and what is just beside it, where it can stand for another.
pub(super) fn near(value: &Value, other: &Value) -> Vec<String> {
    match (value, other) {
        (Value::String(text), Value::String(_)) => vec![quote(text)],
        (Value::Number(number), Value::Number(_)) => {
            let raw = number.to_string();
            match number.as_f64() {
                Some(float) if float.abs() < 1e15 => {
                    let moved = [float + 1.0, float - 1.0, float.next_down()];
                    let moved = moved.map(|it| Value::from(it).to_string());
                    std::iter::once(raw).chain(moved).collect()
                }
                _ => vec![raw],
            }
        }
        _ => Vec::new(),
    }
}

/// The scalars of a document, and all its members.
pub(super) fn collect(
    node: &Node,
    at: &Pointer,
    scalars: &mut Vec<(Pointer, Value)>,
    members: &mut Vec<Pointer>,
) {
    match &node.value {
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate().take(3) {
                collect(item, &at.join(&index.to_string()), scalars, members);
            }
        }
        Json::Object(own) => {
            for member in own {
                let at = at.join(&member.name);
                members.push(at.clone());
                collect(&member.value, &at, scalars, members);
            }
        }
        _ => scalars.push((at.clone(), node.to_value())),
    }
}

/// Where the arrays of a document are.
pub(super) fn arrays(node: &Node, at: &Pointer, out: &mut Vec<Pointer>) {
    match &node.value {
        Json::Array(items) => {
            out.push(at.clone());
            for (index, item) in items.iter().enumerate().take(3) {
                arrays(item, &at.join(&index.to_string()), out);
            }
        }
        Json::Object(members) => {
            for member in members {
                arrays(&member.value, &at.join(&member.name), out);
            }
        }
        _ => {}
    }
}
