//! `size(x)`, `x.size()`: code points, bytes, elements, entries.

use crate::rules::functions::call::{Call, Overload};
use crate::rules::value::{Fault, Outcome, Value};

pub const OVERLOADS: &[Overload] = &[
    Overload::total("size", "(string) -> int", size),
    Overload::total("size", "(bytes) -> int", size),
    Overload::total("size", "(list(A)) -> int", size),
    Overload::total("size", "(map(A, B)) -> int", size),
    Overload::total("size", "string.() -> int", size),
    Overload::total("size", "bytes.() -> int", size),
    Overload::total("size", "list(A).() -> int", size),
    Overload::total("size", "map(A, B).() -> int", size),
];

fn size<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let size = match call.arg(0)? {
        Value::String(text) => {
            call.meter.charge_bytes(text.as_str().len())?;
            text.as_str().chars().count()
        }
        Value::Bytes(bytes) => bytes.len(),
        Value::List(list) => list.len(),
        Value::Map(map) => map.len(),
        _ => return Err(Fault::no_such_overload()),
    };
    i64::try_from(size)
        .map(Value::Int)
        .map_err(|_| Fault::other("integer overflow"))
}
