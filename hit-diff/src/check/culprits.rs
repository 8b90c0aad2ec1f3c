//! Which members of a witness make it one.

use hit_runtime::Pointer;
use serde_json::Value;

/// Members looked at, at most.
const MEMBERS: usize = 200;

/// The members without which a document is no witness any more, and is still
/// accepted where it was: what the other schema lets be. Outermost first.
pub(crate) fn culprits(document: &Value, is_harmless: impl Fn(&Value) -> bool) -> Vec<Pointer> {
    let mut found = Vec::new();
    let mut queue = std::collections::VecDeque::from([(Pointer::root(), document)]);
    let mut left = MEMBERS;
    while let Some((at, value)) = queue.pop_front() {
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    let Some(fewer) = left.checked_sub(1) else {
                        return found;
                    };
                    left = fewer;
                    let mut below = at.clone();
                    below.push(name);
                    let mut without = document.clone();
                    let around = without
                        .pointer_mut(at.as_str())
                        .and_then(Value::as_object_mut);
                    let removed = around.and_then(|around| around.remove(name));
                    if removed.is_some() && is_harmless(&without) {
                        found.push(below);
                    } else {
                        queue.push_back((below, member));
                    }
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    let mut below = at.clone();
                    below.push_index(index);
                    queue.push_back((below, item));
                }
            }
            _ => {}
        }
    }
    found
}
