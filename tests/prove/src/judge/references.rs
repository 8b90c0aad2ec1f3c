//! References of a schema, followed by hand.

use serde_json::Value;

/// Whether some reference leads to nothing in the document.
pub(super) fn leads_nowhere(root: &Value) -> bool {
    let keywords = ["$ref", "$dynamicRef", "$recursiveRef"];
    everywhere(root).into_iter().any(|schema| {
        let values = keywords.iter().filter_map(|keyword| schema.get(keyword));
        let mut texts = values.filter_map(Value::as_str);
        texts.any(|target| targets(root, target).is_empty())
    })
}

/// All objects of a document.
pub(super) fn everywhere(root: &Value) -> Vec<&Value> {
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

/// Where a reference may lead: generously, since it may be dynamic.
pub(super) fn targets<'v>(root: &'v Value, target: &str) -> Vec<&'v Value> {
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
        let whole = std::iter::once(root).filter(|_| document.is_empty());
        return whole.chain(all.iter().filter(resource).copied()).collect();
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
