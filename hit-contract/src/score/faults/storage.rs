//! What is stored: nothing, too much, something else.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Number, Value, json};

use crate::http::Request;
use crate::score::misbehave::{Misbehave, Storing};
use crate::score::planted::Planted;

/// Loses some documents.
struct Loses(fn(&str) -> bool);

impl Misbehave for Loses {
    fn store(&self, body: &[u8]) -> Storing {
        match (self.0)(&String::from_utf8_lossy(body)) {
            true => Storing::Lose,
            false => Storing::Keep,
        }
    }
}

/// Loses each of so many.
struct LosesEach(usize, AtomicUsize);

impl Misbehave for LosesEach {
    fn store(&self, _body: &[u8]) -> Storing {
        match (self.1.fetch_add(1, Ordering::Relaxed) + 1).is_multiple_of(self.0) {
            true => Storing::Lose,
            false => Storing::Keep,
        }
    }
}

/// Stores what it refuses.
struct Keeps(fn(&str) -> bool);

impl Misbehave for Keeps {
    fn store_refused(&self, body: &[u8]) -> bool {
        (self.0)(&String::from_utf8_lossy(body))
    }
}

/// Stores some documents twice.
struct Doubles(fn(&str) -> bool);

impl Misbehave for Doubles {
    fn request(&self, request: Request) -> Vec<Request> {
        let body =
            String::from_utf8_lossy(request.body.as_deref().unwrap_or_default()).into_owned();
        let posts = request.method == "POST" && request.header_value("idempotency-key").is_none();
        match posts && (self.0)(&body) {
            true => vec![request.clone(), request],
            false => vec![request],
        }
    }
}

/// Stores something else.
struct Alters(fn(Value) -> Value);

impl Misbehave for Alters {
    fn store(&self, body: &[u8]) -> Storing {
        let Ok(value) = serde_json::from_slice::<Value>(body) else {
            return Storing::Keep;
        };
        Storing::Instead((self.0)(value).to_string().into_bytes())
    }
}

/// Faults of storing.
pub fn storage() -> Vec<Planted> {
    let loses = |id: &str, test: fn(&str) -> bool| Planted::new("storage", id, Loses(test));
    let keeps = |id: &str, test: fn(&str) -> bool| Planted::new("storage", id, Keeps(test));
    let doubles = |id: &str, test: fn(&str) -> bool| Planted::new("storage", id, Doubles(test));
    let alters = |id: &str, change: fn(Value) -> Value| Planted::new("storage", id, Alters(change));
    vec![
        loses("accepted-not-stored", |_| true),
        loses("large-not-stored", |body| body.len() > 32 << 10),
        loses("anonymous-not-stored", |body| {
            body.contains("\"firstName\"")
        }),
        Planted::new(
            "storage",
            "each-fiftieth-not-stored",
            LosesEach(50, AtomicUsize::new(0)),
        ),
        keeps("refused-stored", |_| true),
        keeps("refused-by-range-stored", |body| {
            body.contains("\"ranges\"")
        }),
        keeps("refused-without-users-stored", |body| {
            !body.contains("\"users\"")
        }),
        doubles("stored-twice", |_| true),
        doubles("anonymous-stored-twice", |body| {
            body.contains("\"lastName\"")
        }),
        alters("unknown-members-lost", |value| {
            members(value, &|name, _| KNOWN.contains(&name))
        }),
        alters("null-members-lost", |value| {
            members(value, &|_, value| !value.is_null())
        }),
        alters("empty-lists-lost", |value| {
            members(value, &|_, value| value != &json!([]))
        }),
        alters("origin-lost", |value| {
            members(value, &|name, _| name != "origin")
        }),
        alters("texts-trimmed-when-stored", |value| {
            texts(value, &|text| text.trim().to_owned())
        }),
        alters("texts-cut", |value| {
            texts(value, &|text| text.chars().take(255).collect())
        }),
        alters("nul-lost", |value| {
            texts(value, &|text| text.replace('\0', ""))
        }),
        alters("line-ends-changed", |value| {
            texts(value, &|text| text.replace("\r\n", "\n"))
        }),
        alters("letters-composed", |value| {
            texts(value, &|text| text.replace("e\u{301}", "\u{e9}"))
        }),
        alters("astral-lost", |value| {
            texts(value, &|text| {
                text.chars()
                    .map(|c| if c.len_utf8() == 4 { '?' } else { c })
                    .collect()
            })
        }),
        alters("texts-in-lower-case", |value| {
            texts(value, &|text| {
                if text == "true" {
                    text.to_owned()
                } else {
                    text.to_lowercase()
                }
            })
        }),
        alters("numbers-as-singles", |value| {
            numbers(value, &|number| f64::from(number as f32))
        }),
        alters("numbers-rounded", |value| {
            numbers(value, &|number| (number * 100.0).round() / 100.0)
        }),
        alters("numbers-whole", |value| numbers(value, &f64::trunc)),
        alters("numbers-as-doubles", |value| {
            numbers(value, &|number| number)
        }),
        alters("lists-in-order", sorted),
        alters("first-item-alone", first),
    ]
}

/// Members that a collector knows at the root and below.
const KNOWN: &[&str] = &[
    "date",
    "type",
    "origin",
    "sessionId",
    "ip",
    "referrer",
    "users",
    "medias",
    "folders",
    "connection",
    "download",
    "play",
    "search",
    "upload",
    "userId",
    "firstName",
    "lastName",
    "email",
    "mode",
    "success",
    "usage",
    "formatIds",
    "socialNetwork",
    "duration",
    "ranges",
    "start",
    "end",
    "resultCount",
    "searchType",
    "contributionSpaceType",
    "contributionSpaceId",
];

fn members(value: Value, keeps: &dyn Fn(&str, &Value) -> bool) -> Value {
    match value {
        Value::Object(own) => {
            let kept = own.into_iter().filter(|(name, value)| keeps(name, value));
            Value::Object(
                kept.map(|(name, value)| (name, members(value, keeps)))
                    .collect(),
            )
        }
        Value::Array(items) => {
            Value::Array(items.into_iter().map(|item| members(item, keeps)).collect())
        }
        other => other,
    }
}

fn texts(value: Value, change: &dyn Fn(&str) -> String) -> Value {
    match value {
        Value::String(text) => Value::String(change(&text)),
        Value::Object(own) => Value::Object(
            own.into_iter()
                .map(|(name, value)| (name, texts(value, change)))
                .collect(),
        ),
        Value::Array(items) => {
            Value::Array(items.into_iter().map(|item| texts(item, change)).collect())
        }
        other => other,
    }
}

fn numbers(value: Value, change: &dyn Fn(f64) -> f64) -> Value {
    match value {
        Value::Number(number) => {
            let changed = number.as_f64().and_then(|it| Number::from_f64(change(it)));
            changed.map_or(Value::Number(number), Value::Number)
        }
        Value::Object(own) => Value::Object(
            own.into_iter()
                .map(|(name, value)| (name, numbers(value, change)))
                .collect(),
        ),
        Value::Array(items) => Value::Array(
            items
                .into_iter()
                .map(|item| numbers(item, change))
                .collect(),
        ),
        other => other,
    }
}

fn sorted(value: Value) -> Value {
    match value {
        Value::Array(mut items) => {
            items.sort_by_key(Value::to_string);
            Value::Array(items)
        }
        Value::Object(own) => Value::Object(
            own.into_iter()
                .map(|(name, value)| (name, sorted(value)))
                .collect(),
        ),
        other => other,
    }
}

fn first(value: Value) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.into_iter().take(1).collect()),
        Value::Object(own) => Value::Object(
            own.into_iter()
                .map(|(name, value)| (name, first(value)))
                .collect(),
        ),
        other => other,
    }
}
