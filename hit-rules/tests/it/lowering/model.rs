//! Structs as a code generator would write them, and their JSON.

use std::collections::BTreeMap;

use hit_rules::types::{ListKind, ListType, ObjectRef, Type, TypeTable};
use serde_json::Value as Json;

use crate::support::add_member;

pub struct Play {
    pub duration: f64,
    pub ranges: Vec<Range>,
    pub social: Option<String>,
    pub kind: String,
    pub count: i64,
    pub limit: Option<i64>,
    pub tags: Vec<String>,
    pub headers: BTreeMap<String, String>,
    pub origin: Option<Origin>,
    pub pause: Option<String>,
}

pub struct Range {
    pub start: f64,
    pub end: f64,
    pub label: Option<String>,
}

pub struct Origin {
    pub url: String,
    pub port: Option<i64>,
}

pub struct Context {
    pub video_length: f64,
}

/// The types of the same structs: `self`, `ctx`, and their table.
pub fn types() -> (TypeTable, Type, Type) {
    let mut table = TypeTable::default();
    let (play, range, origin, context) = (
        table.reserve("Play"),
        table.reserve("Range"),
        table.reserve("Origin"),
        table.reserve("Context"),
    );
    let list = |element: Type| {
        Type::List(
            ListType {
                element,
                kind: ListKind::Atomic,
            }
            .into(),
        )
    };
    let mut add = |object: &ObjectRef, name: &str, ty: Type, required: bool| {
        add_member(&mut table, object, name, ty, required);
    };
    add(&play, "duration", Type::Double, true);
    add(&play, "ranges", list(Type::Object(range.clone())), true);
    add(&play, "social", Type::String, false);
    add(
        &play,
        "kind",
        Type::Enum(["LIVE".to_string(), "VOD".to_string()].into()),
        true,
    );
    add(&play, "count", Type::Int, true);
    add(&play, "limit", Type::Int, false);
    add(&play, "tags", list(Type::String), true);
    add(
        &play,
        "headers",
        Type::map(Type::String, Type::String),
        true,
    );
    add(&play, "origin", Type::Object(origin.clone()), false);
    add(&play, "pause", Type::Duration, false);
    add(&range, "start", Type::Double, true);
    add(&range, "end", Type::Double, true);
    add(&range, "label", Type::String, false);
    add(&origin, "url", Type::String, true);
    add(&origin, "port", Type::Int, false);
    add(&context, "videoLength", Type::Double, true);
    (table, Type::Object(play), Type::Object(context))
}

fn text(json: &Json, name: &str) -> Option<String> {
    json[name].as_str().map(str::to_string)
}

pub fn play(json: &Json) -> Play {
    let origin = json.get("origin").map(|origin| Origin {
        url: text(origin, "url").unwrap_or_default(),
        port: origin["port"].as_i64(),
    });
    let ranges = json["ranges"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|range| Range {
            start: range["start"].as_f64().unwrap_or(0.0),
            end: range["end"].as_f64().unwrap_or(0.0),
            label: text(range, "label"),
        });
    let tags = json["tags"].as_array().into_iter().flatten();
    let headers = json["headers"].as_object().into_iter().flatten();
    Play {
        duration: json["duration"].as_f64().unwrap_or(0.0),
        ranges: ranges.collect(),
        social: text(json, "social"),
        kind: text(json, "kind").unwrap_or_default(),
        count: json["count"].as_i64().unwrap_or(0),
        limit: json["limit"].as_i64(),
        tags: tags.filter_map(Json::as_str).map(str::to_string).collect(),
        headers: headers
            .map(|(name, value)| (name.clone(), value.as_str().unwrap_or("").to_string()))
            .collect(),
        origin,
        pause: text(json, "pause"),
    }
}
