//! Literals.

use hit_cel::ast::Literal;
use serde_json::{Value as Json, json};

use crate::rules::base64;
use crate::rules::text::reader::{Read, text, wrong};

/// A literal as JSON: texts, truth values and `null` as themselves, others with their type.
pub fn to_json(literal: &Literal) -> Json {
    match literal {
        Literal::Null => Json::Null,
        Literal::Bool(value) => json!(value),
        Literal::String(text) => json!(&**text),
        Literal::Int(value) => json!({ "int": value }),
        Literal::UInt(value) => json!({ "uint": value }),
        Literal::Double(value) if value.is_finite() => json!({ "double": value }),
        Literal::Double(value) => json!({ "double": value.to_string() }),
        Literal::Bytes(bytes) => json!({ "bytes": base64::encode(bytes) }),
    }
}

/// The literal.
pub fn of_json(json: &Json) -> Read<Literal> {
    let literal = match json {
        Json::Null => Some(Literal::Null),
        Json::Bool(value) => Some(Literal::Bool(*value)),
        Json::String(text) => Some(Literal::String(text.as_str().into())),
        Json::Object(members) => match members.iter().next() {
            Some((name, value)) => typed(name, value)?,
            None => None,
        },
        _ => None,
    };
    literal.map_or_else(|| wrong("a literal", json), Ok)
}

fn typed(name: &str, value: &Json) -> Read<Option<Literal>> {
    Ok(match name {
        "int" => value.as_i64().map(Literal::Int),
        "uint" => value.as_u64().map(Literal::UInt),
        "double" => match value {
            Json::String(text) => text.parse().ok().map(Literal::Double),
            value => value.as_f64().map(Literal::Double),
        },
        "bytes" => base64::decode(text(value)?).map(|bytes| Literal::Bytes(bytes.into())),
        _ => None,
    })
}
