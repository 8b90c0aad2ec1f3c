//! `base64.encode`, `base64.decode`.

use crate::rules::base64;
use crate::rules::functions::call::{Call, Overload};
use crate::rules::value::{Fault, Outcome, Value};

pub const OVERLOADS: &[Overload] = &[
    Overload::total("base64.encode", "(bytes) -> string", encode),
    Overload::new("base64.decode", "(string) -> bytes", decode),
];

fn encode<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    match call.arg(0)? {
        Value::Bytes(bytes) => {
            let text = base64::encode(bytes);
            call.made(text)
        }
        _ => Err(Fault::no_such_overload()),
    }
}

fn decode<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let bytes = base64::decode(call.text(0)?).ok_or_else(|| Fault::other("illegal base64 data"))?;
    Ok(Value::Bytes(bytes.into()))
}
