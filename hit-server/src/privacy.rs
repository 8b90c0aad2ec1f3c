//! Which values may be shown again: the one place that marks members as personal.
//!
//! A value that somebody sent goes into a problem document only from a member that
//! is named here as public. Logs get none at all.

use hit_runtime::{Pointer, Violation};
use serde_json::Value;

/// Members of a hit whose values are no personal data, and may stand in messages.
/// Everything else is taken to be personal: `sessionId`, `ip`, `referrer`, `users`
/// with names and addresses, and members that no schema knows.
const PUBLIC: &[&str] = &[
    "/type",
    "/date",
    "/origin",
    "/medias",
    "/folders",
    "/connection/mode",
    "/connection/success",
    "/download/formatIds",
    "/play/duration",
    "/play/ranges",
    "/play/socialNetwork",
    "/search/resultCount",
    "/search/searchType",
    "/upload/contributionSpaceType",
    "/upload/contributionSpaceId",
];

/// Codes whose messages name members, and hold no value.
const NAMES_ONLY: &[&str] = &["required", "minItems", "maxItems"];

/// Whether the message of a violation may be shown: it speaks of a public member,
/// or of no value, and holds nothing that stands elsewhere in the document.
pub fn may_show(violation: &Violation, document: Option<&Value>) -> bool {
    let public = is_public(&violation.instance);
    if !public && !NAMES_ONLY.contains(&violation.code.as_str()) {
        return false;
    }
    // A rule's message may quote members other than the one it points at.
    let mut personal = Vec::new();
    if let Some(document) = document {
        collect(document, &mut Pointer::root(), &mut personal);
    }
    !personal
        .iter()
        .any(|value| violation.message.contains(value.as_str()))
}

fn is_public(pointer: &Pointer) -> bool {
    let path = pointer.as_str();
    PUBLIC.iter().any(|public| {
        let rest = path.strip_prefix(public);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

/// The values that are not public, as they would stand in a message.
fn collect(value: &Value, at: &mut Pointer, found: &mut Vec<String>) {
    if is_public(at) {
        return;
    }
    match value {
        Value::Object(members) => members
            .iter()
            .for_each(|(name, member)| collect(member, &mut at.join(name), found)),
        Value::Array(items) => items.iter().enumerate().for_each(|(index, item)| {
            let mut below = at.clone();
            below.push_index(index);
            collect(item, &mut below, found);
        }),
        // A text of a letter or two would be found in every sentence.
        Value::String(text) if text.chars().count() > 2 => found.push(text.clone()),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use hit_runtime::{Pointer, Severity, Violation};
    use serde_json::json;

    use super::may_show;

    fn violation(at: &str, code: &str, message: &str) -> Violation {
        Violation {
            code: code.to_owned(),
            severity: Severity::Error,
            instance: Pointer::from_escaped(at),
            schema: String::new(),
            message: message.to_owned(),
            span: None,
        }
    }

    #[test]
    fn personal_members_are_not_shown_wherever_the_message_points() {
        let document = json!({ "sessionId": "canary", "origin": "canary", "date": "never" });
        let shown = |at, code, message| may_show(&violation(at, code, message), Some(&document));
        assert!(shown("/date", "pattern", "found \"never\""));
        assert!(shown("", "required", "missing member \"ip\""));
        assert!(!shown("/sessionId", "minLength", "found \"canary\""));
        assert!(!shown("/date", "a-rule", "not with canary"));
        assert!(!shown("", "type", "found \"text\""));
        assert!(!shown("/dates", "type", "found 1"));
    }
}
