//! Schemas that have to be checked to check themselves.

use hit_schema::Draft;
use serde_json::Value;

use super::reached::Reached;

/// Whether a value of one of these schemas may have to be checked against the
/// schema again before its first check is done (2020-12 core, section 9.4.1): some
/// reference leads back, by keywords that apply to the same value alone.
pub(super) fn is_endless(root: &Value, draft: Draft) -> bool {
    let reached = Reached::from(root, draft);
    let mut places = reached.places.iter();
    places.any(|(start, resource)| leads_back(&reached, start, resource, start, &mut Vec::new()))
}

fn leads_back<'v>(
    reached: &Reached<'v>,
    at: &'v Value,
    resource: &'v Value,
    start: &Value,
    seen: &mut Vec<&'v Value>,
) -> bool {
    if seen.iter().any(|other| std::ptr::eq(*other, at)) {
        return false;
    }
    seen.push(at);
    same_value(reached, at, resource)
        .into_iter()
        .any(|(next, resource)| {
            std::ptr::eq(next, start) || leads_back(reached, next, resource, start, seen)
        })
}

/// The schemas that a schema applies to the same value.
fn same_value<'v>(
    reached: &Reached<'v>,
    schema: &'v Value,
    resource: &'v Value,
) -> Vec<(&'v Value, &'v Value)> {
    let mut found: Vec<&Value> = Vec::new();
    for (name, value) in schema.as_object().into_iter().flatten() {
        match (name.as_str(), value) {
            ("allOf" | "anyOf" | "oneOf", Value::Array(all)) => found.extend(all),
            ("not" | "if" | "then" | "else", one) => found.push(one),
            ("dependentSchemas" | "dependencies", Value::Object(members)) => {
                found.extend(members.values())
            }
            _ => {}
        }
    }
    let mut found: Vec<_> = found
        .into_iter()
        .map(|part| (part, reached.resource(part, resource)))
        .collect();
    for target in reached.references(schema) {
        found.extend(reached.resolve(target, resource));
        found.extend(reached.dynamic(target));
    }
    found
}
