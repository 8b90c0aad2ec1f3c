//! Names of headers that rules ask for.

use hit_diff::Schema;
use serde_json::Value;

/// The texts in quotes, in rules that talk about headers, which may name a header.
pub fn headers(schema: &Schema) -> Vec<String> {
    let mut found = Vec::new();
    let compiled = schema.compiled();
    for info in &compiled.info {
        for entry in info
            .extension("x-rules")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            for member in ["rule", "when"] {
                let text = entry
                    .get(member)
                    .and_then(Value::as_str)
                    .unwrap_or_default();
                if text.contains("headers") {
                    found.extend(quoted(text).into_iter().filter(|it| is_token(it)));
                }
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

fn quoted(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(['\'', '"']) {
        let quote = rest.get(start..=start).unwrap_or_default();
        let after = rest.get(start + 1..).unwrap_or_default();
        let Some(end) = after.find(quote) else { break };
        found.push(after.get(..end).unwrap_or_default().to_owned());
        rest = after.get(end + 1..).unwrap_or_default();
    }
    found
}

/// A token of RFC 9110 with a hyphen or more than three letters.
fn is_token(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    text.len() > 3 && text.chars().all(plain)
}
