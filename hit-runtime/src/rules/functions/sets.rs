//! `sets.contains`, `sets.equivalent`, `sets.intersects`.

use crate::rules::functions::call::{Call, Overload};
use crate::rules::value::{Fault, Meter, Outcome, Value, equal};

pub const OVERLOADS: &[Overload] = &[
    Overload::total("sets.contains", "(list(A), list(A)) -> bool", contains),
    Overload::total("sets.equivalent", "(list(A), list(A)) -> bool", equivalent),
    Overload::total("sets.intersects", "(list(A), list(A)) -> bool", intersects),
];

fn has<'a>(items: &[Value<'a>], wanted: &Value<'a>, meter: &mut Meter) -> Result<bool, Fault> {
    for item in items {
        if equal(item, wanted, meter)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn has_all<'a>(
    items: &[Value<'a>],
    wanted: &[Value<'a>],
    meter: &mut Meter,
) -> Result<bool, Fault> {
    for item in wanted {
        if !has(items, item, meter)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn contains<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let (a, b) = (call.items(0)?, call.items(1)?);
    has_all(&a, &b, call.meter).map(Value::Bool)
}

fn equivalent<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let (a, b) = (call.items(0)?, call.items(1)?);
    Ok(Value::Bool(
        has_all(&a, &b, call.meter)? && has_all(&b, &a, call.meter)?,
    ))
}

fn intersects<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let (a, b) = (call.items(0)?, call.items(1)?);
    for item in &b {
        if has(&a, item, call.meter)? {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}
