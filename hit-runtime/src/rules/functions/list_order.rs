//! Lists of values that have an order: `sum`, `min`, `max`, `isSorted`, `sort`.

use std::cmp::Ordering;

use crate::rules::functions::call::{Call, Overload};
use crate::rules::time::Duration;
use crate::rules::value::{Fault, Meter, Outcome, Value, compare};

macro_rules! ordered {
    ($($ty:literal),*) => {
        &[
            Overload::new("sum", "list(int).() -> int", sum_int),
            Overload::new("sum", "list(uint).() -> uint", sum_uint),
            Overload::total("sum", "list(double).() -> double", sum_double),
            Overload::new("sum", "list(duration).() -> duration", sum_duration),
            $(
                Overload::new("min", concat!("list(", $ty, ").() -> ", $ty), min),
                Overload::new("max", concat!("list(", $ty, ").() -> ", $ty), max),
                Overload::total("isSorted", concat!("list(", $ty, ").() -> bool"), is_sorted),
                Overload::total("sort", concat!("list(", $ty, ").() -> list(", $ty, ")"), sort),
            )*
        ]
    };
}

pub const OVERLOADS: &[Overload] = ordered![
    "int",
    "uint",
    "double",
    "bool",
    "duration",
    "timestamp",
    "string",
    "bytes"
];

fn sum_int<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let items = call.items(0)?;
    // An untyped empty list lands here; an untyped list of others moves on.
    match items.first() {
        Some(Value::UInt(_)) => return sum_uint(call),
        Some(Value::Double(_)) => return sum_double(call),
        Some(Value::Duration(_)) => return sum_duration(call),
        _ => {}
    }
    let mut sum = 0i64;
    for item in items {
        let Value::Int(value) = item else {
            return Err(Fault::no_such_overload());
        };
        sum = sum
            .checked_add(value)
            .ok_or_else(|| Fault::other("integer overflow"))?;
    }
    Ok(Value::Int(sum))
}

fn sum_uint<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let mut sum = 0u64;
    for item in call.items(0)? {
        let Value::UInt(value) = item else {
            return Err(Fault::no_such_overload());
        };
        sum = sum
            .checked_add(value)
            .ok_or_else(|| Fault::other("unsigned integer overflow"))?;
    }
    Ok(Value::UInt(sum))
}

fn sum_double<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let mut sum = 0.0;
    for item in call.items(0)? {
        let Value::Double(value) = item else {
            return Err(Fault::no_such_overload());
        };
        sum += value;
    }
    Ok(Value::Double(sum))
}

fn sum_duration<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let mut sum = Duration::default();
    for item in call.items(0)? {
        let Value::Duration(value) = item else {
            return Err(Fault::no_such_overload());
        };
        sum = sum
            .checked_add(value)
            .ok_or_else(|| Fault::other("duration overflow"))?;
    }
    Ok(Value::Duration(sum))
}

fn min<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    extreme(call, "min", Ordering::Less)
}

fn max<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    extreme(call, "max", Ordering::Greater)
}

fn extreme<'a>(call: &mut Call<'_, 'a>, name: &str, wanted: Ordering) -> Outcome<'a> {
    let mut items = call.items(0)?.into_iter();
    let mut best = items
        .next()
        .ok_or_else(|| Fault::other(format!("{name} called on empty list")))?;
    for item in items {
        if compare(&item, &best, call.meter)? == Some(wanted) {
            best = item;
        }
    }
    Ok(best)
}

fn is_sorted<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let items = call.items(0)?;
    for pair in items.windows(2) {
        if let [a, b] = pair
            && compare(a, b, call.meter)? == Some(Ordering::Greater)
        {
            return Ok(Value::Bool(false));
        }
    }
    Ok(Value::Bool(true))
}

fn sort<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let items = call.items(0)?;
    let keyed = items.into_iter().map(|item| (item.clone(), item)).collect();
    sort_by_key(keyed, call.meter).map(Value::list)
}

/// Sorts values by their keys; values of equal keys keep their order.
///
/// # Errors
/// Keys that have no order, or the budget.
pub fn sort_by_key<'a>(
    mut keyed: Vec<(Value<'a>, Value<'a>)>,
    meter: &mut Meter,
) -> Result<Vec<Value<'a>>, Fault> {
    let mut failed = None;
    keyed.sort_by(|a, b| match compare(&a.0, &b.0, meter) {
        Ok(order) => order.unwrap_or_else(|| total(&a.0, &b.0)),
        Err(fault) => {
            failed.get_or_insert(fault);
            Ordering::Equal
        }
    });
    match failed {
        Some(fault) => Err(fault),
        None => Ok(keyed.into_iter().map(|(_, value)| value).collect()),
    }
}

/// NaN stands behind all other numbers, so that the order is total.
fn total(first: &Value<'_>, second: &Value<'_>) -> Ordering {
    let is_nan = |value: &Value<'_>| matches!(value, Value::Double(value) if value.is_nan());
    is_nan(first).cmp(&is_nan(second))
}
