//! What a rule expected and what was found.

use serde_json::Value;

use crate::check::engine::message::{any_of, count, did_you_mean, found, type_names};
use crate::check::engine::prepared::{Bound, Test};
use crate::number::first_duplicate;

/// The message for a rule that does not hold.
pub(super) fn message(test: &Test, value: &Value) -> String {
    match value {
        Value::String(text) => text_message(test, text, value),
        Value::Array(items) => array_message(test, items, value),
        Value::Object(members) => object_message(test, members.len() as u64, value),
        _ => plain(test, value),
    }
}

fn text_message(test: &Test, text: &str, value: &Value) -> String {
    let found = found(value);
    let length = || text.chars().count();
    match test {
        Test::MinLength(min) => {
            let min = count(*min, "character", "characters");
            format!(
                "expected a string of at least {min}, found {}: {found}",
                length()
            )
        }
        Test::MaxLength(max) => {
            let max = count(*max, "character", "characters");
            format!(
                "expected a string of at most {max}, found {}: {found}",
                length()
            )
        }
        Test::Pattern(pattern) => {
            format!(
                "expected a string that matches /{}/, found {found}",
                pattern.source()
            )
        }
        Test::Format { name, .. } => format_message(name, &found),
        Test::ContentEncoding { name, .. } => format!("expected a string in {name}, found {found}"),
        Test::ContentMediaType { name, .. } => {
            format!("expected a string that holds {name}, found {found}")
        }
        Test::Enum(values) => {
            let known = values.iter().filter_map(Value::as_str);
            format!("{}{}", plain(test, value), did_you_mean(text, known))
        }
        test => plain(test, value),
    }
}

/// Names a format as schemas do, with a text that is of it.
fn format_message(name: &str, found: &str) -> String {
    let plain = name.split(':').next().unwrap_or(name);
    match crate::format::example(name) {
        Some(example) => {
            format!("expected a string of format {plain}, such as {example:?}, found {found}")
        }
        None => format!("expected a string of format {plain}, found {found}"),
    }
}

fn array_message(test: &Test, items: &[Value], value: &Value) -> String {
    let size = items.len();
    match test {
        Test::MinItems(min) => format!(
            "expected at least {}, found {size}",
            count(*min, "item", "items")
        ),
        Test::MaxItems(max) => format!(
            "expected at most {}, found {size}",
            count(*max, "item", "items")
        ),
        Test::UniqueItems => match first_duplicate(items) {
            Some((earlier, later)) => {
                let item = items.get(later).map(found).unwrap_or_default();
                format!(
                    "expected no two equal items, found items {earlier} and {later} equal: {item}"
                )
            }
            None => plain(test, value),
        },
        test => plain(test, value),
    }
}

fn object_message(test: &Test, size: u64, value: &Value) -> String {
    match test {
        Test::MinProperties(min) => {
            format!(
                "expected at least {}, found {size}",
                count(*min, "member", "members")
            )
        }
        Test::MaxProperties(max) => {
            format!(
                "expected at most {}, found {size}",
                count(*max, "member", "members")
            )
        }
        test => plain(test, value),
    }
}

fn plain(test: &Test, value: &Value) -> String {
    let found = found(value);
    match test {
        Test::Never => format!("nothing is allowed here, found {found}"),
        Test::Type(types) => format!("expected {}, found {found}", type_names(*types)),
        Test::Enum(values) => {
            format!(
                "expected {}, found {found}",
                any_of(&values.iter().collect::<Vec<_>>())
            )
        }
        Test::Bound(bound, limit) => {
            let bound = match bound {
                Bound::Minimum => "at least",
                Bound::ExclusiveMinimum => "more than",
                Bound::Maximum => "at most",
                Bound::ExclusiveMaximum => "less than",
            };
            format!("expected {bound} {limit}, found {found}")
        }
        Test::MultipleOf(divisor) => format!("expected a multiple of {divisor}, found {found}"),
        _ => format!("found {found}, which is not allowed here"),
    }
}
