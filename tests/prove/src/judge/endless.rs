//! Schemas that have to be checked to check themselves.

use serde_json::Value;

/// Whether a value of one of these schemas may have to be checked against the
/// schema again before its first check is done (2020-12 core, section 9.4.1): some
/// reference leads back, by keywords that apply to the same value alone.
pub(super) fn is_endless(root: &Value) -> bool {
    everywhere(root)
        .into_iter()
        .any(|start| leads_back(root, start, start, &mut Vec::new()))
}

/// All objects of a document.
fn everywhere(root: &Value) -> Vec<&Value> {
    let mut found = vec![root];
    let mut next = 0;
    while let Some(value) = found.get(next).copied() {
        next += 1;
        match value {
            Value::Object(members) => found.extend(members.values()),
            Value::Array(items) => found.extend(items),
            _ => {}
        }
    }
    found.retain(|value| value.is_object());
    found
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

/// Where a reference may lead: generously, since it may be dynamic.
fn targets<'v>(root: &'v Value, target: &str) -> Vec<&'v Value> {
    let (document, fragment) = target.split_once('#').unwrap_or((target, ""));
    let resource = |value: &&&Value| {
        let text = value
            .get("$id")
            .or_else(|| value.get("id"))
            .and_then(Value::as_str);
        text.is_some_and(|text| {
            !document.is_empty() && text.trim_end_matches('#').ends_with(document)
        })
    };
    let all = everywhere(root);
    if fragment.is_empty() {
        let named = all.iter().filter(resource).copied();
        return std::iter::once(root).chain(named).collect();
    }
    if fragment.starts_with('/') {
        let bases = std::iter::once(root).chain(all.iter().filter(resource).copied());
        return bases.filter_map(|base| base.pointer(fragment)).collect();
    }
    let anchored = |value: &&Value| {
        let keywords = ["$anchor", "$dynamicAnchor", "$id", "id"];
        keywords.iter().any(|keyword| {
            let text = value.get(keyword).and_then(Value::as_str);
            text.is_some_and(|text| text.trim_start_matches('#') == fragment)
        })
    };
    all.into_iter().filter(anchored).collect()
}
