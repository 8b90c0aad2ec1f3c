//! Rules about types, values, numbers and strings.

use std::cmp::Ordering;

use serde_json::{Number, Value};

use crate::check::TypeSet;
use crate::check::engine::prepared::{Bound, Test};
use crate::check::engine::run::Run;
use crate::number::{cmp_numbers, is_integer, is_literal_integer, is_multiple_of, json_eq};

/// Whether the type of a value is in a set.
pub(in crate::check::engine) fn type_accepts(types: TypeSet, value: &Value) -> bool {
    match value {
        Value::Null => types.contains(TypeSet::NULL),
        Value::Bool(_) => types.contains(TypeSet::BOOLEAN),
        Value::String(_) => types.contains(TypeSet::STRING),
        Value::Array(_) => types.contains(TypeSet::ARRAY),
        Value::Object(_) => types.contains(TypeSet::OBJECT),
        Value::Number(number) => {
            types.contains(TypeSet::NUMBER)
                || types.contains(TypeSet::INTEGER)
                    && if types.contains(TypeSet::LITERAL_INTEGER) {
                        is_literal_integer(number)
                    } else {
                        is_integer(number)
                    }
        }
    }
}

/// Whether a value equals one of a list.
pub(super) fn among(values: &[Value], value: &Value) -> bool {
    match value {
        Value::String(text) => values.iter().any(|other| other.as_str() == Some(text)),
        value => values.iter().any(|other| json_eq(other, value)),
    }
}

/// Rules about numbers; all others hold.
pub(super) fn number(test: &Test, number: &Number) -> bool {
    match test {
        Test::Bound(bound, limit) => {
            let order = cmp_numbers(number, limit);
            match bound {
                Bound::Minimum => order != Ordering::Less,
                Bound::ExclusiveMinimum => order == Ordering::Greater,
                Bound::Maximum => order != Ordering::Greater,
                Bound::ExclusiveMaximum => order == Ordering::Less,
            }
        }
        Test::MultipleOf(divisor) => is_multiple_of(number, divisor),
        _ => true,
    }
}

/// Rules about strings; all others hold.
pub(super) fn text(run: &mut Run<'_>, test: &Test, text: &str) -> bool {
    match test {
        Test::MinLength(min) => length_at_least(text, *min),
        Test::MaxLength(max) => length_at_most(text, *max),
        Test::Pattern(pattern) => run.matches(pattern, text),
        Test::Format { holds, .. } => holds(text),
        Test::ContentEncoding { decode, .. } => decode(text).is_some(),
        Test::ContentMediaType {
            decode: None,
            holds,
            ..
        } => holds(text.as_bytes()),
        Test::ContentMediaType {
            decode: Some(decode),
            holds,
            ..
        } => decode(text).is_some_and(|content| holds(&content)),
        _ => true,
    }
}

/// Whether a string has at least so many code points. Counts only where the
/// number of bytes leaves it open: a code point takes one to four.
fn length_at_least(text: &str, min: u64) -> bool {
    let bytes = text.len() as u64;
    bytes >= min && (bytes / 4 >= min || text.chars().count() as u64 >= min)
}

/// Whether a string has at most so many code points.
fn length_at_most(text: &str, max: u64) -> bool {
    text.len() as u64 <= max || text.chars().count() as u64 <= max
}
