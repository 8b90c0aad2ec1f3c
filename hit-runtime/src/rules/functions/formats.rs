//! `format.dns1123Label()`, `format.named(text)`, `.validate(text)`.

use crate::rules::functions::call::{Call, Overload};
use crate::rules::named_format::{NAMES, violations};
use crate::rules::value::{Fault, OpaqueValue, Outcome, Value};

macro_rules! named {
    ($($name:literal $short:literal;)*) => {
        &[
            $(Overload::total($name, "() -> format", |_call| Ok(Value::opaque(OpaqueValue::Format($short)))),)*
            Overload::total("format.named", "(string) -> optional(format)", by_name),
            Overload::total("validate", "format.(string) -> optional(list(string))", validate),
        ]
    };
}

pub const OVERLOADS: &[Overload] = named! {
    "format.dns1123Label" "dns1123Label";
    "format.dns1123Subdomain" "dns1123Subdomain";
    "format.dns1035Label" "dns1035Label";
    "format.qualifiedName" "qualifiedName";
    "format.dns1123LabelPrefix" "dns1123LabelPrefix";
    "format.dns1123SubdomainPrefix" "dns1123SubdomainPrefix";
    "format.dns1035LabelPrefix" "dns1035LabelPrefix";
    "format.labelValue" "labelValue";
    "format.uri" "uri";
    "format.uuid" "uuid";
    "format.byte" "byte";
    "format.date" "date";
    "format.datetime" "datetime";
};

fn by_name<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let wanted = call.text(0)?;
    let found = NAMES.iter().find(|name| **name == wanted);
    Ok(found.map_or(Value::Optional(None), |name| {
        Value::some(Value::opaque(OpaqueValue::Format(name)))
    }))
}

fn validate<'a>(call: &mut Call<'_, 'a>) -> Outcome<'a> {
    let OpaqueValue::Format(name) = call.opaque(0)? else {
        return Err(Fault::no_such_overload());
    };
    let found = violations(name, call.text(1)?);
    if found.is_empty() {
        return Ok(Value::Optional(None));
    }
    Ok(Value::some(Value::list(
        found.into_iter().map(Value::string).collect(),
    )))
}
