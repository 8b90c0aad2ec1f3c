//! Whether a hit is what a filter asks for.

use std::cmp::Ordering;

use serde_json::{Number, Value};

use super::filter::{Filter, Test};
use crate::clock;

/// Whether all filters hold for a hit. A list holds a value when one of its items does.
pub fn matches(filters: &[Filter], hit: &Value) -> bool {
    let mut filters = filters.iter();
    filters.all(|filter| somewhere(hit, &filter.path, &|value| holds(filter, value)))
}

fn somewhere(value: &Value, path: &[String], holds: &dyn Fn(&Value) -> bool) -> bool {
    match (value, path.split_first()) {
        (Value::Array(items), _) => items.iter().any(|item| somewhere(item, path, holds)),
        (Value::Object(members), Some((name, rest))) => {
            let member = members.get(name);
            member.is_some_and(|member| somewhere(member, rest, holds))
        }
        (_, None) => holds(value),
        _ => false,
    }
}

fn holds(filter: &Filter, value: &Value) -> bool {
    let is_date = filter.path.len() == 1 && filter.path.first().is_some_and(|name| name == "date");
    let order = |other: &String| compare(value, other, is_date);
    match &filter.test {
        Test::Exists => true,
        Test::Equals(other) => order(other) == Some(Ordering::Equal),
        Test::Between(low, high) => {
            let above = low.as_ref().map(order);
            let below = high.as_ref().map(order);
            above.is_none_or(|it| matches!(it, Some(Ordering::Greater | Ordering::Equal)))
                && below.is_none_or(|it| matches!(it, Some(Ordering::Less | Ordering::Equal)))
        }
    }
}

/// A value against one of a filter: numbers as numbers, `date` as an instant, all else as text.
fn compare(value: &Value, other: &str, is_date: bool) -> Option<Ordering> {
    match value {
        Value::String(text) if is_date => Some(clock::instant(text)?.cmp(&clock::instant(other)?)),
        Value::String(text) => Some(text.as_str().cmp(other)),
        Value::Number(number) => numbers(number, &other.parse().ok()?),
        Value::Bool(it) => Some(it.to_string().as_str().cmp(other)),
        Value::Null => Some("null".cmp(other)),
        Value::Array(_) | Value::Object(_) => None,
    }
}

fn numbers(one: &Number, other: &Number) -> Option<Ordering> {
    match (one.as_i64(), other.as_i64()) {
        (Some(one), Some(other)) => Some(one.cmp(&other)),
        _ => one.as_f64()?.partial_cmp(&other.as_f64()?),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::parse::parse;
    use super::matches;

    #[test]
    fn members_lists_numbers_and_dates() {
        let hit = json!({
            "type": "PLAY", "date": "2020-07-15T10:00:00+02:00", "origin": 0, "medias": ["1", "22"],
            "users": [{ "userId": "7" }, { "email": "a@example.org" }],
            "play": { "duration": 12.5, "ranges": [{ "start": 0, "end": 5 }] }, "own": null
        });
        let found = |text: &str| matches(&[parse(text).expect(text)], &hit);
        for text in [
            "type:PLAY",
            "origin:0",
            "origin:0.0",
            "origin:[-1 TO 0]",
            "medias:22",
            "users.userId:7",
            "users.email:*",
            "play.duration:[12 TO 13]",
            "play.duration:12.50",
            "play.ranges.end:5",
            "own:null",
            "play:*",
            "date:2020-07-15T08:00:00Z",
            "date:[2020-07-15 TO 2020-07-16]",
            "date:[* TO 2020-07-15T08:00:00]",
        ] {
            assert!(found(text), "{text}");
        }
        for text in [
            "type:play",
            "origin:1",
            "origin:zero",
            "medias:2",
            "users.userId:1",
            "users.lastName:*",
            "play:12.5",
            "play.duration:[13 TO *]",
            "date:[2020-07-15T08:00:01 TO *]",
            "date:yesterday",
            "own:0",
            "none:*",
        ] {
            assert!(!found(text), "{text}");
        }
        assert!(matches(&[], &hit));
    }
}
