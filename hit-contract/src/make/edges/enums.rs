//! `enum` and `const`: each value, and what is nearly one.

use serde_json::Value;

use super::spot::{Candidate, Spot};

/// Values that are tried of one `enum`.
const MOST: usize = 64;

/// Each value, and what is nearly one.
pub fn enums(spot: &Spot<'_>, values: &[Value]) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = values
        .iter()
        .take(MOST)
        .map(|value| spot.replaced(value.to_string(), "enum: a value of it"))
        .collect();
    for value in values.iter().take(3) {
        match value {
            Value::String(text) => out.extend(near_texts(spot, text)),
            Value::Number(number) => {
                let float = number.as_f64().unwrap_or(0.0);
                out.push(spot.text(&number.to_string(), "enum: the number as a string"));
                out.push(spot.replaced((float + 1.0).to_string(), "enum: one more"));
                out.push(spot.replaced((float + 0.5).to_string(), "enum: a half more"));
            }
            Value::Bool(value) => {
                out.push(spot.text(&value.to_string(), "enum: the boolean as a string"));
                out.push(spot.replaced(
                    i32::from(*value).to_string(),
                    "enum: the boolean as a number",
                ));
            }
            Value::Null => out.push(spot.text("null", "enum: null as a string")),
            other => out.push(spot.replaced(format!("[{other}]"), "enum: the value in an array")),
        }
    }
    out.push(spot.replaced("null", "enum: null"));
    out
}

fn near_texts(spot: &Spot<'_>, text: &str) -> Vec<Candidate> {
    let shorter: String = {
        let mut chars = text.chars();
        chars.next_back();
        chars.collect()
    };
    let capitalized = {
        let mut chars = text.chars();
        let first = chars
            .next()
            .map(|c| c.to_uppercase().to_string())
            .unwrap_or_default();
        format!("{first}{}", chars.as_str().to_lowercase())
    };
    [
        (text.to_lowercase(), "in lower case"),
        (text.to_uppercase(), "in upper case"),
        (capitalized, "capitalized"),
        (format!("{text} "), "with a space after it"),
        (format!(" {text}"), "with a space before it"),
        (format!("{text}\n"), "with a line end after it"),
        (format!("{text}\0"), "with NUL after it"),
        (format!("{text}S"), "with a letter more"),
        (shorter, "with a letter less"),
        (format!("{text},{text}"), "twice"),
        ("NONE_OF_THEM".to_owned(), "of none of them"),
        (String::new(), "empty"),
    ]
    .into_iter()
    .map(|(text, what)| spot.text(&text, format!("enum: {what}")))
    .collect()
}
