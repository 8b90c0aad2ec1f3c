//! Keywords about types, values, numbers and strings.

use hit_schema::Draft;
use serde_json::{Value, json};

use super::context::Maker;
use super::words::{self, PATTERNS};

const TYPES: &[&str] = &[
    "object", "array", "string", "integer", "number", "boolean", "null",
];

/// `type`.
pub(super) fn types(maker: &mut Maker<'_>, _: usize) -> Value {
    if !maker.dice.one_in(4) {
        return json!({"type": maker.dice.word(TYPES)});
    }
    let mut several: Vec<String> = (0..1 + maker.dice.below(3))
        .map(|_| maker.dice.word(TYPES))
        .collect();
    several.sort_unstable();
    several.dedup();
    json!({"type": several})
}

/// `enum`, `const`.
pub(super) fn constants(maker: &mut Maker<'_>, _: usize) -> Value {
    if maker.from(Draft::Draft6) && maker.dice.one_in(2) {
        return json!({"const": words::value(maker.dice, 2)});
    }
    let mut values: Vec<Value> = Vec::new();
    for _ in 0..=maker.dice.below(4) {
        let value = words::value(maker.dice, 1);
        if !values.contains(&value) {
            values.push(value);
        }
    }
    json!({"enum": values})
}

/// Bounds, and divisors above zero.
pub(super) fn numbers(maker: &mut Maker<'_>, _: usize) -> Value {
    let name = maker.dice.word(&["minimum", "maximum"]);
    let bound = words::number(maker.dice);
    match maker.dice.below(4) {
        0 => {
            let name = if maker.draft == Draft::Draft3 {
                "divisibleBy"
            } else {
                "multipleOf"
            };
            let divisor = maker
                .dice
                .pick(&[
                    json!(1),
                    json!(2),
                    json!(3),
                    json!(0.5),
                    json!(0.1),
                    json!(0.01),
                    json!(1e-7),
                    json!(10),
                    json!(1.0),
                    json!(7),
                ])
                .clone();
            json!({name: divisor})
        }
        1 => {
            let strict = if name == "minimum" {
                "exclusiveMinimum"
            } else {
                "exclusiveMaximum"
            };
            match maker.from(Draft::Draft6) {
                true => json!({strict: bound}),
                false => json!({name: bound, strict: maker.dice.one_in(2)}),
            }
        }
        _ => json!({name: bound}),
    }
}

/// Lengths and patterns; formats and content, which only annotate.
pub(super) fn strings(maker: &mut Maker<'_>, _: usize) -> Value {
    match maker.dice.below(7) {
        0 => json!({"minLength": words::count(maker.dice)}),
        1 => json!({"maxLength": words::count(maker.dice)}),
        2 => {
            json!({"format": maker.dice.word(&["date", "ipv4", "ipv6", "uuid", "no-such-format"])})
        }
        3 if maker.from(Draft::Draft7) => {
            json!({"contentEncoding": "base64", "contentMediaType": "application/json"})
        }
        _ => json!({"pattern": maker.dice.word(PATTERNS)}),
    }
}

/// Keywords that demand nothing, and names that are none.
pub(super) fn annotations(maker: &mut Maker<'_>, _: usize) -> Value {
    let name = maker.dice.word(&[
        "title",
        "description",
        "default",
        "x-unknown",
        "notAKeyword",
    ]);
    match name.as_str() {
        "title" | "description" => json!({name: "*/ \"words\" \\ \n é"}),
        _ => json!({name: words::value(maker.dice, 1)}),
    }
}
