//! Numbers between limits.

use serde_json::{Number, Value, json};

use super::want::Want;

/// An integer that is wanted.
pub fn integer(want: &Want, rng: &mut fastrand::Rng) -> Value {
    let low = want
        .lower
        .as_ref()
        .map(|(limit, exclusive)| ceiling(limit) + i128::from(*exclusive));
    let high = want
        .upper
        .as_ref()
        .map(|(limit, exclusive)| floor(limit) - i128::from(*exclusive));
    let (low, high) = match (low, high) {
        (Some(low), Some(high)) => (low, high.min(low + 1_000)),
        (Some(low), None) => (low, low + 1_000),
        (None, Some(high)) => (high - 1_000, high),
        (None, None) => (0, 1_000),
    };
    let spread = u64::try_from(high - low).unwrap_or(0);
    let mut value = low + i128::from(rng.u64(0..=spread));
    if let Some(step) = want.multiple.as_ref().and_then(whole) {
        value = (low + step - 1).div_euclid(step) * step;
    }
    from(value)
}

/// A number that is wanted.
pub fn number(want: &Want, rng: &mut fastrand::Rng) -> Value {
    if let Some(step) = &want.multiple {
        let step = step.as_f64().unwrap_or(1.0);
        let low = want
            .lower
            .as_ref()
            .and_then(|(limit, _)| limit.as_f64())
            .unwrap_or(0.0);
        let times = (low / step).ceil() + 1.0;
        return whole(want.multiple.as_ref().unwrap_or(&Number::from(1)))
            .map_or_else(|| json!(times * step), |step| from(step * (times as i128)));
    }
    let low = want.lower.as_ref().and_then(|(limit, _)| limit.as_f64());
    let high = want.upper.as_ref().and_then(|(limit, _)| limit.as_f64());
    match (low, high) {
        (Some(low), Some(high)) if high - low < 16.0 => json!((low + high) / 2.0),
        (Some(low), _) => json!(low + 1.0 + f64::from(rng.u32(0..10)) + 0.5),
        (None, Some(high)) => json!(high - 1.5),
        (None, None) => json!(f64::from(rng.u32(1..100)) + 0.5),
    }
}

/// A value like another, moved on: to be unlike its neighbors.
pub fn moved(value: &Value, by: usize) -> Value {
    match value {
        Value::Number(number) => match number.as_i64() {
            Some(whole) => json!(whole.saturating_add(i64::try_from(by).unwrap_or(1))),
            None => json!(number.as_f64().unwrap_or(0.0) + by as f64),
        },
        Value::String(text) => json!(format!("{text}{by}")),
        Value::Bool(value) => json!(!value),
        other => other.clone(),
    }
}

/// A JSON number of an integer, where one of 64 bits holds it.
pub fn from(value: i128) -> Value {
    match (i64::try_from(value), u64::try_from(value)) {
        (Ok(value), _) => json!(value),
        (_, Ok(value)) => json!(value),
        _ => json!(value as f64),
    }
}

/// The integer that a number is.
pub fn whole(number: &Number) -> Option<i128> {
    let float = number.as_f64();
    number
        .as_i64()
        .map(i128::from)
        .or_else(|| number.as_u64().map(i128::from))
        .or_else(|| {
            float
                .filter(|it| it.fract() == 0.0 && it.abs() < 1e30)
                .map(|it| it as i128)
        })
}

fn ceiling(number: &Number) -> i128 {
    whole(number).unwrap_or_else(|| number.as_f64().unwrap_or(0.0).ceil() as i128)
}

fn floor(number: &Number) -> i128 {
    whole(number).unwrap_or_else(|| number.as_f64().unwrap_or(0.0).floor() as i128)
}
