//! `type(x)`, `dyn(x)`, `!x`.

use crate::rules::functions::call::{Call, Overload};
use crate::rules::value::{Fault, Outcome, Value};

pub const OVERLOADS: &[Overload] = &[
    Overload::total("!_", "(bool) -> bool", not),
    Overload::total("dyn", "(A) -> dyn", identity),
    Overload::total("type", "(A) -> type(A)", type_of),
];

fn not<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    match call.arg(0)? {
        Value::Bool(value) => Ok(Value::Bool(!value)),
        _ => Err(Fault::no_such_overload()),
    }
}

fn identity<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(call.arg(0)?.clone())
}

fn type_of<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    Ok(Value::Type(call.arg(0)?.type_name().into()))
}
