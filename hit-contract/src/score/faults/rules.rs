//! Rules that are not enforced, or enforced otherwise.

use serde_json::{Value, json};

use super::enforces::Enforces;
use crate::http::Request;
use crate::score::ground::Ground;
use crate::score::misbehave::Misbehave;
use crate::score::planted::Planted;

/// Faults of rules.
///
/// # Errors
/// A change that is none, or makes a schema that is none: the list is out of date.
pub fn rules(ground: &Ground) -> Result<Vec<Planted>, String> {
    let mut planted = Vec::new();
    for id in ids(ground) {
        let enforced = ground.changed(|schema| each(schema, &|entry| drop_rule(entry, &id)))?;
        let enforced = enforced.ok_or_else(|| format!("there is no rule {id}"))?;
        planted.push(Planted::new(
            "rule",
            format!("rule-{id}-dropped"),
            Enforces::new(enforced, ground),
        ));
    }
    for (name, id, rule) in REWRITTEN {
        let enforced = ground.changed(|schema| each(schema, &|entry| rewrite(entry, id, rule)))?;
        let enforced = enforced.ok_or_else(|| format!("there is no rule {id}"))?;
        planted.push(Planted::new("rule", *name, Enforces::new(enforced, ground)));
    }
    planted.push(Planted::new("rule", "header-ignored", Header(|_, _| None)));
    planted.push(Planted::new(
        "rule",
        "header-empty-counts",
        Header(|name, value| {
            let value = if value.is_empty() { "x" } else { value };
            Some((name.to_owned(), value.to_owned()))
        }),
    ));
    planted.push(Planted::new(
        "rule",
        "header-case-matters",
        Header(|name, value| {
            (name == "X-KPK-CLIENT-ID").then(|| (name.to_owned(), value.to_owned()))
        }),
    ));
    planted.push(Planted::new(
        "rule",
        "header-underscores-count",
        Header(|name, value| Some((name.replace('_', "-"), value.to_owned()))),
    ));
    planted.push(Planted::new(
        "rule",
        "header-prefix-counts",
        Header(|name, value| {
            let client = name.to_ascii_lowercase().starts_with("x-kpk-client");
            let name = if client { "X-KPK-CLIENT-ID" } else { name };
            Some((name.to_owned(), value.to_owned()))
        }),
    ));
    Ok(planted)
}

const REWRITTEN: &[(&str, &str, &str)] = &[
    (
        "rule-origin-alone",
        "origin-or-client-id",
        "has(self.origin)",
    ),
    (
        "rule-first-user-alone",
        "session-is-not-a-user",
        "!has(self.users[0].userId) || self.users[0].userId != self.sessionId",
    ),
    (
        "rule-range-empty-refused",
        "play.range-order",
        "self.start < self.end",
    ),
    (
        "rule-duration-below-length",
        "play.duration-within-length",
        "self.medias.exists(media, self.play.duration < ctx.mediaLengths[media])",
    ),
    (
        "rule-duration-of-all",
        "play.duration-within-length",
        "self.medias.all(media, self.play.duration <= ctx.mediaLengths[media])",
    ),
    (
        "rule-folder-list-empty",
        "search.folder-named",
        "self.search.searchType != 'FOLDER' || has(self.folders)",
    ),
    (
        "rule-folder-for-text",
        "search.folder-named",
        "has(self.folders) && self.folders.size() > 0",
    ),
    (
        "rule-basket-without-space",
        "upload.space-named",
        "self.contributionSpaceType != 'FOLDER' || has(self.contributionSpaceId)",
    ),
    (
        "rule-wall-needs-space",
        "upload.space-named",
        "has(self.contributionSpaceId)",
    ),
    (
        "rule-user-without-email",
        "user-is-identified",
        "has(self.userId) || has(self.firstName) && has(self.lastName)",
    ),
    (
        "rule-user-either-way-alone",
        "user-is-identified",
        "has(self.userId) != (has(self.firstName) && has(self.lastName) && has(self.email))",
    ),
];

fn ids(ground: &Ground) -> Vec<String> {
    let mut ids = std::collections::BTreeSet::new();
    for schema in ground.schemas.values() {
        collect(schema, &mut ids);
    }
    ids.into_iter().collect()
}

fn collect(schema: &Value, ids: &mut std::collections::BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            let entries = members.get("x-rules").and_then(Value::as_array);
            let found = entries.into_iter().flatten();
            ids.extend(found.filter_map(|entry| Some(entry.get("id")?.as_str()?.to_owned())));
            members.values().for_each(|value| collect(value, ids));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, ids)),
        _ => {}
    }
}

/// Does something with every list of rules.
fn each(schema: &mut Value, change: &dyn Fn(&mut Vec<Value>)) {
    match schema {
        Value::Object(members) => {
            for (name, value) in members.iter_mut() {
                match value {
                    Value::Array(entries) if name == "x-rules" => change(entries),
                    value => each(value, change),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| each(item, change)),
        _ => {}
    }
}

fn drop_rule(entries: &mut Vec<Value>, id: &str) {
    entries.retain(|entry| entry.get("id").and_then(Value::as_str) != Some(id));
}

fn rewrite(entries: &mut [Value], id: &str, rule: &str) {
    for entry in entries
        .iter_mut()
        .filter(|entry| entry.get("id").and_then(Value::as_str) == Some(id))
    {
        *entry = json!({ "id": id, "rule": rule });
    }
}

/// Sees the headers of a client otherwise.
struct Header(fn(&str, &str) -> Option<(String, String)>);

impl Misbehave for Header {
    fn request(&self, mut request: Request) -> Vec<Request> {
        let headers = std::mem::take(&mut request.headers);
        for (name, value) in headers {
            let client = name
                .to_ascii_lowercase()
                .replace('_', "-")
                .starts_with("x-kpk");
            match client {
                true => request.headers.extend((self.0)(&name, &value)),
                false => request.headers.push((name, value)),
            }
        }
        vec![request]
    }
}
