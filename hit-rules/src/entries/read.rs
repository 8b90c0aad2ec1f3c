//! Reading `x-rules`.

use std::collections::BTreeSet;

use hit_runtime::{Pointer, Severity};
use serde_json::{Map, Value as Json};

use crate::checker::closest;
use crate::entries::entry::{Entry, EntryError};

const MEMBERS: &[&str] = &[
    "id",
    "rule",
    "message",
    "messageExpression",
    "path",
    "fieldPath",
    "when",
    "severity",
    "optionalOldSelf",
    "opaque",
];

/// Reads the value of `x-rules`.
///
/// # Errors
/// All that is wrong with its form. Rules are not compiled here.
///
/// ```
/// let json = serde_json::json!([{ "id": "a.b", "rule": "true", "path": "/c/0" }]);
/// let entries = hit_rules::entries::read(&json).unwrap();
/// assert_eq!(entries[0].path, ["c", "0"]);
/// let json = serde_json::json!([{ "id": "a.b", "rul": "true" }]);
/// assert_eq!(hit_rules::entries::read(&json).unwrap_err()[0].pointer, "/0/rul");
/// ```
pub fn read(json: &Json) -> Result<Vec<Entry>, Vec<EntryError>> {
    let Some(items) = json.as_array() else {
        return Err(vec![EntryError::whole(
            "",
            "x-rules must be a list of entries",
        )]);
    };
    let (mut entries, mut errors, mut ids) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (index, item) in items.iter().enumerate() {
        let mut reader = Reader {
            at: format!("/{index}"),
            errors: Vec::new(),
        };
        let Some(members) = item.as_object() else {
            errors.push(EntryError::whole(reader.at, "an entry must be an object"));
            continue;
        };
        let entry = reader.entry(members);
        if !ids.insert(entry.id.clone()) {
            reader.wrong("id", format!("the id '{}' is used twice", entry.id));
        }
        errors.extend(reader.errors);
        entries.push(entry);
    }
    if errors.is_empty() {
        Ok(entries)
    } else {
        Err(errors)
    }
}

struct Reader {
    at: String,
    errors: Vec<EntryError>,
}

impl Reader {
    fn wrong(&mut self, member: &str, message: impl Into<String>) {
        self.errors
            .push(EntryError::whole(format!("{}/{member}", self.at), message));
    }

    fn entry(&mut self, members: &Map<String, Json>) -> Entry {
        for name in members
            .keys()
            .filter(|name| !MEMBERS.contains(&name.as_str()))
        {
            let near = closest(name, MEMBERS.iter().copied());
            let hint = near.map_or_else(
                || format!("known: {}", MEMBERS.join(", ")),
                |near| format!("did you mean '{near}'?"),
            );
            self.wrong(name, format!("unknown member '{name}'; {hint}"));
        }
        let opaque = self.flag(members, "opaque");
        let rule = self.text(members, "rule");
        if rule.is_none() && !opaque {
            self.wrong("rule", "an entry needs a rule");
        }
        let id = self.text(members, "id").filter(|id| !id.is_empty());
        if id.is_none() {
            self.wrong("id", "an entry needs an id, such as play.range-order");
        }
        let (message, message_expression) = (
            self.text(members, "message"),
            self.text(members, "messageExpression"),
        );
        Entry {
            id: id.unwrap_or_default(),
            rule,
            message,
            message_expression,
            path: self.path(members),
            when: self.text(members, "when"),
            severity: self.severity(members),
            optional_old_self: self.flag(members, "optionalOldSelf"),
        }
    }

    fn text(&mut self, members: &Map<String, Json>, name: &str) -> Option<String> {
        let value = members.get(name)?;
        if !value.is_string() {
            self.wrong(name, format!("'{name}' must be a text"));
        }
        value.as_str().map(str::to_string)
    }

    fn flag(&mut self, members: &Map<String, Json>, name: &str) -> bool {
        let Some(value) = members.get(name) else {
            return false;
        };
        if !value.is_boolean() {
            self.wrong(name, format!("'{name}' must be true or false"));
        }
        value.as_bool().unwrap_or(false)
    }

    fn severity(&mut self, members: &Map<String, Json>) -> Severity {
        match self.text(members, "severity").as_deref() {
            None | Some("error") => Severity::Error,
            Some("warning") => Severity::Warning,
            Some(other) => {
                self.wrong(
                    "severity",
                    format!("unknown severity '{other}'; known: error, warning"),
                );
                Severity::Error
            }
        }
    }

    fn path(&mut self, members: &Map<String, Json>) -> Vec<String> {
        let name = if members.contains_key("path") {
            "path"
        } else {
            "fieldPath"
        };
        if members.contains_key("path") && members.contains_key("fieldPath") {
            self.wrong(
                "fieldPath",
                "'fieldPath' is another name of 'path': write one of them",
            );
        }
        let Some(text) = self.text(members, name) else {
            return Vec::new();
        };
        if !text.is_empty() && !text.starts_with('/') {
            self.wrong(name, "a path is a JSON Pointer such as /duration");
            return Vec::new();
        }
        Pointer::from_escaped(text).tokens().collect()
    }
}
