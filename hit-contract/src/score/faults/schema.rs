//! Keywords that are not enforced, or enforced otherwise.

use hit_runtime::Violation;
use serde_json::{Value, json};

use crate::score::enforced::Enforced;
use crate::score::ground::{Ground, at};
use crate::score::misbehave::{Asked, Misbehave, Ruling};
use crate::score::planted::Planted;

/// Enforces other schemas than it serves.
pub struct Enforces(pub Enforced);

impl Misbehave for Enforces {
    fn verdict(&self, asked: &Asked<'_>) -> Ruling {
        ruling(self.0.judge(asked.body, asked.headers), asked.accepted)
    }
}

/// What follows from what is found wrong, or from finding out nothing.
pub fn ruling(found: Option<Vec<Violation>>, accepted: bool) -> Ruling {
    match found {
        None => Ruling::Keep,
        Some(found) if found.is_empty() == accepted => Ruling::Keep,
        Some(found) if found.is_empty() => Ruling::Accept,
        Some(found) => Ruling::Refuse(found),
    }
}

/// A keyword of a definition with another value; `None` drops it.
struct Change {
    id: &'static str,
    definition: &'static str,
    path: &'static [&'static str],
    keyword: &'static str,
    value: Option<Value>,
}

fn change(
    id: &'static str,
    definition: &'static str,
    path: &'static [&'static str],
    keyword: &'static str,
    value: Option<Value>,
) -> Change {
    Change {
        id,
        definition,
        path,
        keyword,
        value,
    }
}

/// Faults of keywords.
///
/// # Errors
/// A change that is none, or makes a schema that is none: the list is out of date.
pub fn schema(ground: &Ground) -> Result<Vec<Planted>, String> {
    let mut planted = Vec::new();
    for it in definitions().into_iter().chain(more()) {
        let enforced = ground.changed(|schema| {
            for place in at(schema, it.definition, it.path) {
                set(place, it.keyword, it.value.as_ref());
            }
        })?;
        let enforced = enforced.ok_or_else(|| format!("the fault {} changes nothing", it.id))?;
        planted.push(Planted::new("schema", it.id, Enforces(enforced)));
    }
    for (id, keyword, value) in roots() {
        let enforced = ground.changed(|schema| set(schema, keyword, value.as_ref()))?;
        let enforced = enforced.ok_or_else(|| format!("the fault {id} changes nothing"))?;
        planted.push(Planted::new("schema", id, Enforces(enforced)));
    }
    for (id, name) in [("ip-not-required", "ip"), ("date-not-required", "date")] {
        let enforced = ground.changed(|schema| {
            if let Some(names) = schema.get_mut("required").and_then(Value::as_array_mut) {
                names.retain(|it| it != name);
            }
        })?;
        let enforced = enforced.ok_or_else(|| format!("the fault {id} changes nothing"))?;
        planted.push(Planted::new("schema", id, Enforces(enforced)));
    }
    Ok(planted)
}

fn set(schema: &mut Value, keyword: &str, value: Option<&Value>) {
    let Value::Object(members) = schema else {
        return;
    };
    match value {
        Some(value) => drop(members.insert(keyword.to_owned(), value.clone())),
        None => drop(members.remove(keyword)),
    }
}

fn roots() -> Vec<(&'static str, &'static str, Option<Value>)> {
    vec![
        (
            "unknown-members-refused",
            "additionalProperties",
            Some(json!(false)),
        ),
        (
            "referrer-required",
            "required",
            Some(json!([
                "date",
                "type",
                "sessionId",
                "ip",
                "users",
                "referrer"
            ])),
        ),
        ("at-most-eight-members", "maxProperties", Some(json!(8))),
    ]
}

fn definitions() -> Vec<Change> {
    vec![
        change(
            "session-length-unbounded",
            "SessionId",
            &[],
            "maxLength",
            None,
        ),
        change(
            "session-one-too-long",
            "SessionId",
            &[],
            "maxLength",
            Some(json!(129)),
        ),
        change(
            "session-one-too-short",
            "SessionId",
            &[],
            "maxLength",
            Some(json!(127)),
        ),
        change(
            "session-empty",
            "SessionId",
            &[],
            "minLength",
            Some(json!(0)),
        ),
        change("session-any-type", "SessionId", &[], "type", None),
        change(
            "session-hexadecimal",
            "SessionId",
            &[],
            "pattern",
            Some(json!("^[0-9A-Za-z]*$")),
        ),
        change("referrer-unbounded", "Referrer", &[], "maxLength", None),
        change(
            "referrer-null",
            "Referrer",
            &[],
            "type",
            Some(json!(["string", "null"])),
        ),
        change(
            "referrer-a-uri",
            "Referrer",
            &[],
            "pattern",
            Some(json!("^[^ ]*$")),
        ),
        change("origin-no-maximum", "Origin", &[], "maximum", None),
        change(
            "origin-maximum-less-one",
            "Origin",
            &[],
            "maximum",
            Some(json!(2_147_483_646)),
        ),
        change(
            "origin-no-minus-one",
            "Origin",
            &[],
            "minimum",
            Some(json!(0)),
        ),
        change(
            "origin-minus-two",
            "Origin",
            &[],
            "minimum",
            Some(json!(-2)),
        ),
        change(
            "origin-fractions",
            "Origin",
            &[],
            "type",
            Some(json!("number")),
        ),
        change(
            "origin-null",
            "Origin",
            &[],
            "type",
            Some(json!(["integer", "null"])),
        ),
        change(
            "origin-text",
            "Origin",
            &[],
            "type",
            Some(json!(["integer", "string"])),
        ),
        change("users-empty", "Users", &[], "minItems", Some(json!(0))),
        change("users-unbounded", "Users", &[], "maxItems", None),
        change("users-one-less", "Users", &[], "maxItems", Some(json!(999))),
        change("users-unchecked", "Users", &[], "items", Some(json!({}))),
        change(
            "users-repeated",
            "Users",
            &[],
            "uniqueItems",
            Some(json!(true)),
        ),
        change("medias-unbounded", "Medias", &[], "maxItems", None),
        change("medias-empty", "Medias", &[], "minItems", None),
        change(
            "medias-numbers",
            "MediaId",
            &[],
            "type",
            Some(json!(["string", "number"])),
        ),
        change("folders-unbounded", "Folders", &[], "maxItems", None),
        change(
            "user-id-number",
            "UserId",
            &[],
            "type",
            Some(json!(["string", "integer"])),
        ),
        change("user-id-unbounded", "UserId", &[], "maxLength", None),
        change(
            "user-closed",
            "User",
            &[],
            "additionalProperties",
            Some(json!(false)),
        ),
        change(
            "user-a-text",
            "User",
            &[],
            "type",
            Some(json!(["object", "string"])),
        ),
        change(
            "email-too-short",
            "User",
            &["properties", "email"],
            "minLength",
            None,
        ),
        change(
            "email-asserted",
            "User",
            &["properties", "email"],
            "pattern",
            Some(json!("^[^@ ]+@[^@ ]+$")),
        ),
        change(
            "first-name-unbounded",
            "User",
            &["properties", "firstName"],
            "maxLength",
            None,
        ),
        change(
            "last-name-empty",
            "User",
            &["properties", "lastName"],
            "minLength",
            None,
        ),
        change(
            "date-unanchored",
            "Date",
            &[],
            "pattern",
            Some(json!(
                "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"
            )),
        ),
        change("date-anything", "Date", &[], "pattern", None),
        change(
            "date-utc-alone",
            "Date",
            &[],
            "pattern",
            Some(json!(
                "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?Z?$"
            )),
        ),
        change(
            "ip-version-4-alone",
            "IpAddress",
            &[],
            "pattern",
            Some(json!("^[0-9]{1,3}(?:\\.[0-9]{1,3}){3}$")),
        ),
        change("ip-anything", "IpAddress", &[], "pattern", None),
    ]
}

fn more() -> Vec<Change> {
    vec![
        change("seconds-negative", "Seconds", &[], "minimum", None),
        change("seconds-unbounded", "Seconds", &[], "maximum", None),
        change(
            "seconds-limit-excluded",
            "Seconds",
            &[],
            "exclusiveMaximum",
            Some(json!(31_536_000)),
        ),
        change(
            "seconds-whole",
            "Seconds",
            &[],
            "type",
            Some(json!("integer")),
        ),
        change("range-open", "Range", &[], "additionalProperties", None),
        change(
            "range-without-end",
            "Range",
            &[],
            "required",
            Some(json!(["start"])),
        ),
        change(
            "ranges-unbounded",
            "PlayDetails",
            &["properties", "ranges"],
            "maxItems",
            None,
        ),
        change(
            "ranges-needed",
            "PlayDetails",
            &["properties", "ranges"],
            "minItems",
            Some(json!(1)),
        ),
        change(
            "count-fraction",
            "SearchDetails",
            &["properties", "resultCount"],
            "type",
            Some(json!("number")),
        ),
        change(
            "count-31-bits",
            "SearchDetails",
            &["properties", "resultCount"],
            "maximum",
            Some(json!(2_147_483_647)),
        ),
        change(
            "count-33-bits",
            "SearchDetails",
            &["properties", "resultCount"],
            "maximum",
            Some(json!(4_294_967_296u64)),
        ),
        change(
            "search-type-lost",
            "SearchType",
            &[],
            "enum",
            Some(json!(["TEXT", "FOLDER"])),
        ),
        change(
            "search-type-more",
            "SearchType",
            &[],
            "enum",
            Some(json!([
                "TEXT", "FOLDER", "ADVANCED", "text", "folder", "Text"
            ])),
        ),
        change(
            "space-type-anything",
            "ContributionSpaceType",
            &[],
            "enum",
            None,
        ),
        change(
            "mode-lost",
            "ConnectionMode",
            &[],
            "enum",
            Some(json!(["CLASSIC", "SSO"])),
        ),
        change(
            "mode-trailing-space",
            "ConnectionMode",
            &[],
            "enum",
            Some(json!(["CLASSIC", "SSO", "ANONYMOUS", "CLASSIC ", "SSO "])),
        ),
        change(
            "success-text",
            "ConnectionDetails",
            &["properties", "success"],
            "type",
            Some(json!(["boolean", "string"])),
        ),
        change(
            "success-number",
            "ConnectionDetails",
            &["properties", "success"],
            "type",
            Some(json!(["boolean", "integer"])),
        ),
        change(
            "success-always",
            "ConnectionDetails",
            &["properties", "success"],
            "const",
            Some(json!(true)),
        ),
        change(
            "success-not-required",
            "ConnectionDetails",
            &[],
            "required",
            Some(json!(["mode"])),
        ),
    ]
}
