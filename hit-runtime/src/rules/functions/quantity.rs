//! `quantity(text)`, `isQuantity(text)` and arithmetic on quantities.

use crate::rules::functions::call::{Call, Overload};
use crate::rules::quantity::Quantity;
use crate::rules::value::{Fault, OpaqueValue, Outcome, Value};

pub const OVERLOADS: &[Overload] = &[
    Overload::new("quantity", "(string) -> quantity", quantity),
    Overload::total("isQuantity", "(string) -> bool", is_quantity),
    Overload::total("sign", "quantity.() -> int", sign),
    Overload::total("isInteger", "quantity.() -> bool", is_integer),
    Overload::new("asInteger", "quantity.() -> int", as_integer),
    Overload::total("asApproximateFloat", "quantity.() -> double", as_float),
    Overload::total("add", "quantity.(quantity) -> quantity", add),
    Overload::total("add", "quantity.(int) -> quantity", add),
    Overload::total("sub", "quantity.(quantity) -> quantity", sub),
    Overload::total("sub", "quantity.(int) -> quantity", sub),
    Overload::total("isLessThan", "quantity.(quantity) -> bool", is_less),
    Overload::total("isGreaterThan", "quantity.(quantity) -> bool", is_greater),
    Overload::total("compareTo", "quantity.(quantity) -> int", compare_to),
];

fn value<'a>(quantity: Quantity) -> Value<'a> {
    Value::opaque(OpaqueValue::Quantity(quantity))
}

fn quantity<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let wrong = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
    Quantity::parse(call.text(0)?)
        .map(value)
        .ok_or_else(|| Fault::other(wrong))
}

fn is_quantity<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(Quantity::parse(call.text(0)?).is_some()))
}

fn sign<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Int(call.quantity(0)?.sign()))
}

fn is_integer<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(call.quantity(0)?.is_integer()))
}

fn as_integer<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let integer = call.quantity(0)?.as_integer();
    integer
        .map(Value::Int)
        .ok_or_else(|| Fault::other("cannot convert value to integer"))
}

fn as_float<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Double(call.quantity(0)?.as_double()))
}

fn other(call: &Call<'_, '_>) -> Result<Quantity, Fault> {
    match call.arg(1)? {
        Value::Int(value) => Ok(Quantity::from_int(*value)),
        _ => call.quantity(1),
    }
}

fn add<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(value(call.quantity(0)?.plus(other(call)?)))
}

fn sub<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(value(call.quantity(0)?.minus(other(call)?)))
}

fn is_less<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(call.quantity(0)? < call.quantity(1)?))
}

fn is_greater<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Bool(call.quantity(0)? > call.quantity(1)?))
}

fn compare_to<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Int(call.quantity(0)?.compare(call.quantity(1)?)))
}
