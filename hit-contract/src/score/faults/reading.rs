//! Documents that are read otherwise than they are written.

use std::sync::Arc;

use serde_json::{Value, json};

use super::enforces::ruling;
use crate::score::enforced::Enforced;
use crate::score::ground::Ground;
use crate::score::misbehave::{Asked, Misbehave, Ruling};
use crate::score::planted::Planted;

/// Judges what it makes of a document.
struct Reads {
    plain: Arc<Enforced>,
    text: fn(&str) -> String,
}

impl Misbehave for Reads {
    fn verdict(&self, asked: &Asked<'_>) -> Ruling {
        let Ok(mut value) = serde_json::from_slice::<Value>(asked.body) else {
            return Ruling::Keep;
        };
        texts(&mut value, self.text);
        ruling(self.plain.value(&value, asked.headers), asked.accepted)
    }
}

/// Judges a document in which one kind of number became another.
struct Numbers {
    plain: Arc<Enforced>,
    number: fn(&Value) -> Value,
}

impl Misbehave for Numbers {
    fn verdict(&self, asked: &Asked<'_>) -> Ruling {
        let Ok(mut value) = serde_json::from_slice::<Value>(asked.body) else {
            return Ruling::Keep;
        };
        for pointer in ["/origin", "/search/resultCount"] {
            if let Some(number) = value.pointer_mut(pointer) {
                *number = (self.number)(number);
            }
        }
        ruling(self.plain.value(&value, asked.headers), asked.accepted)
    }
}

/// Refuses bytes that it does not like.
struct Dislikes(fn(&str) -> bool);

impl Misbehave for Dislikes {
    fn verdict(&self, asked: &Asked<'_>) -> Ruling {
        let text = String::from_utf8_lossy(asked.body);
        match asked.accepted && (self.0)(&text) {
            true => Ruling::Refuse(Vec::new()),
            false => Ruling::Keep,
        }
    }
}

/// Faults of reading.
pub fn reading(ground: &Ground) -> Vec<Planted> {
    let reads = |id: &str, text: fn(&str) -> String| {
        let plain = Arc::clone(&ground.plain);
        Planted::new("reading", id, Reads { plain, text })
    };
    let numbers = |id: &str, number: fn(&Value) -> Value| {
        let plain = Arc::clone(&ground.plain);
        Planted::new("reading", id, Numbers { plain, number })
    };
    let dislikes = |id: &str, test: fn(&str) -> bool| Planted::new("reading", id, Dislikes(test));
    vec![
        reads("lengths-in-utf-16", |text| {
            let units = |c: char| {
                std::iter::repeat_n(if c.len_utf16() == 1 { c } else { 'u' }, c.len_utf16())
            };
            text.chars().flat_map(units).collect()
        }),
        reads("lengths-in-bytes", |text| {
            text.chars()
                .flat_map(|c| std::iter::repeat_n(if c.is_ascii() { c } else { 'u' }, c.len_utf8()))
                .collect()
        }),
        reads("line-end-ignored", |text| {
            text.strip_suffix('\n').unwrap_or(text).to_owned()
        }),
        reads("texts-trimmed", |text| text.trim().to_owned()),
        reads("digits-of-any-script", |text| {
            let digit = |c: char| match u32::from(c) {
                code @ 0x660..=0x669 => char::from_u32(code - 0x660 + 0x30).unwrap_or(c),
                code @ 0xff10..=0xff19 => char::from_u32(code - 0xff10 + 0x30).unwrap_or(c),
                _ => c,
            };
            text.chars().map(digit).collect()
        }),
        reads("texts-end-at-nul", |text| {
            text.split('\0').next().unwrap_or_default().to_owned()
        }),
        numbers("integers-wrap", |number| match number.as_f64() {
            Some(value) if value.fract() == 0.0 && value.abs() < 1e18 => json!(value as i64 as i32),
            _ => number.clone(),
        }),
        numbers("integers-saturate", |number| match number.as_f64() {
            Some(value) if value.fract() == 0.0 => json!((value as i64).clamp(-1, 2_147_483_647)),
            _ => number.clone(),
        }),
        numbers("fractions-cut", |number| match number.as_f64() {
            Some(value) if value.abs() < 1e15 => json!(value.trunc() as i64),
            _ => number.clone(),
        }),
        numbers("texts-as-numbers", |number| {
            let parsed = number
                .as_str()
                .and_then(|text| text.trim().parse::<i64>().ok());
            parsed.map_or_else(|| number.clone(), |value| json!(value))
        }),
        numbers("booleans-as-numbers", |number| match number.as_bool() {
            Some(value) => json!(i32::from(value)),
            None => number.clone(),
        }),
        dislikes("integer-spelled-with-a-fraction", |text| {
            spelled(text, "\"origin\":", '.') || spelled(text, "\"resultCount\":", '.')
        }),
        dislikes("number-spelled-with-an-exponent", |text| {
            spelled(text, "\"origin\":", 'e') || spelled(text, "\"origin\":", 'E')
        }),
        dislikes("names-escaped", |text| {
            text.contains("\\u0074\\u0079\\u0070\\u0065\"") || text.contains("\"\\u0074ype\"")
        }),
        dislikes("escapes-in-upper-case", |text| {
            text.contains("\\u002D") || text.contains("\\u003A")
        }),
        dislikes("slashes-escaped", |text| text.contains("\\/")),
        dislikes(
            "type-after-users",
            |text| matches!((text.find("\"users\""), text.rfind("\"type\"")), (Some(users), Some(own)) if own > users),
        ),
        dislikes(
            "type-before-date",
            |text| matches!((text.find("\"date\""), text.rfind("\"type\"")), (Some(date), Some(own)) if own < date),
        ),
        dislikes("white-space-before", |text| {
            text.starts_with(['\n', ' ', '\t', '\r'])
        }),
        dislikes("white-space-after", |text| {
            text.ends_with(['\n', ' ', '\t', '\r'])
        }),
        dislikes("line-separator", |text| text.contains('\u{2028}')),
        dislikes("astral-characters", |text| {
            text.chars().any(|c| c.len_utf8() == 4)
        }),
        dislikes("nul-escaped", |text| text.contains("\\u0000")),
        dislikes("prototype-member", |text| text.contains("__proto__")),
    ]
}

fn texts(value: &mut Value, change: fn(&str) -> String) {
    match value {
        Value::String(text) => *text = change(text),
        Value::Array(items) => items.iter_mut().for_each(|item| texts(item, change)),
        Value::Object(members) => members
            .values_mut()
            .for_each(|member| texts(member, change)),
        _ => {}
    }
}

/// Whether the number after a name is spelled with a character.
fn spelled(text: &str, name: &str, wanted: char) -> bool {
    let after = text.split(name).nth(1).unwrap_or_default();
    let number = after
        .split([',', '}', ' ', '\n'])
        .next()
        .unwrap_or_default();
    number.contains(wanted)
}
