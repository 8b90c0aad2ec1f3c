//! Schemas that have to be checked to check themselves.

use serde_json::Value;

use super::references::{everywhere, targets};

/// Whether a value of one of these schemas may have to be checked against the
/// schema again before its first check is done (2020-12 core, section 9.4.1): some
/// reference leads back, by keywords that apply to the same value alone.
pub(super) fn is_endless(root: &Value) -> bool {
    everywhere(root)
        .into_iter()
        .any(|start| leads_back(root, start, start, &mut Vec::new()))
}

fn leads_back<'v>(
    root: &'v Value,
    at: &'v Value,
    start: &Value,
    seen: &mut Vec<&'v Value>,
) -> bool {
    if seen.iter().any(|other| std::ptr::eq(*other, at)) {
        return false;
    }
    seen.push(at);
    same_value(root, at)
        .into_iter()
        .any(|next| std::ptr::eq(next, start) || leads_back(root, next, start, seen))
}

/// The schemas that a schema applies to the same value.
fn same_value<'v>(root: &'v Value, schema: &'v Value) -> Vec<&'v Value> {
    let mut found = Vec::new();
    for (name, value) in schema.as_object().into_iter().flatten() {
        match (name.as_str(), value) {
            ("allOf" | "anyOf" | "oneOf", Value::Array(all)) => found.extend(all),
            ("not" | "if" | "then" | "else", one) => found.push(one),
            ("dependentSchemas" | "dependencies", Value::Object(members)) => {
                found.extend(members.values())
            }
            ("$ref" | "$recursiveRef" | "$dynamicRef", Value::String(target)) => {
                found.extend(targets(root, target))
            }
            _ => {}
        }
    }
    found
}
