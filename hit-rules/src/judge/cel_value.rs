//! The typed values and types of the CEL conformance tests.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::Value as Json;

use crate::types::Type;
use crate::value::{Key, List, Map, Meter, Value, equal};
use hit_runtime::rules::base64;

/// The type of a variable.
pub fn read_type(json: &Json) -> Option<Type> {
    let (kind, inner) = json.as_object()?.iter().next()?;
    Some(match kind.as_str() {
        "primitive" => match inner.as_str()? {
            "BOOL" => Type::Bool,
            "INT64" => Type::Int,
            "UINT64" => Type::UInt,
            "DOUBLE" => Type::Double,
            "STRING" => Type::String,
            "BYTES" => Type::Bytes,
            _ => return None,
        },
        "null" => Type::Null,
        "dyn" => Type::Dyn,
        "listType" => Type::list(read_type(inner.get("elemType")?)?),
        "mapType" => Type::map(
            read_type(inner.get("keyType")?)?,
            read_type(inner.get("valueType")?)?,
        ),
        _ => return None,
    })
}

/// A value: `{"t": "int", "v": "1"}`.
pub fn read_value(json: &Json) -> Option<Value<'static>> {
    let held = json.get("v");
    let text = held.and_then(Json::as_str);
    Some(match json.get("t")?.as_str()? {
        "null" => Value::Null,
        "bool" => Value::Bool(held?.as_bool()?),
        "int" => Value::Int(text?.parse().ok()?),
        "uint" => Value::UInt(text?.parse().ok()?),
        "double" => Value::Double(text?.parse().ok()?),
        "string" => Value::string(text?),
        "bytes" => Value::Bytes(base64::decode(text?)?.into()),
        "type" => Value::Type(text?.into()),
        "list" => Value::list(
            held?
                .as_array()?
                .iter()
                .map(read_value)
                .collect::<Option<_>>()?,
        ),
        "map" => {
            let mut entries = BTreeMap::new();
            for entry in held?.as_array()? {
                let key = Key::from_value(&read_value(entry.get(0)?)?).ok()?;
                entries.insert(key, read_value(entry.get(1)?)?);
            }
            Value::Map(Map::Owned(Rc::new(entries)))
        }
        _ => return None,
    })
}

/// Whether two values are the same, their types included.
pub fn same(first: &Value<'_>, second: &Value<'_>) -> bool {
    match (first, second) {
        (Value::Double(a), Value::Double(b)) => a == b || (a.is_nan() && b.is_nan()),
        (Value::List(a), Value::List(b)) => same_lists(a, b),
        (Value::Map(a), Value::Map(b)) => a.len() == b.len() && same_entries(a, b),
        (a, b) => {
            a.type_name() == b.type_name() && equal(a, b, &mut Meter::new(1 << 20)) == Ok(true)
        }
    }
}

fn same_lists(first: &List<'_>, second: &List<'_>) -> bool {
    first.len() == second.len()
        && first.iter().zip(second.iter()).all(|pair| match pair {
            (Ok(a), Ok(b)) => same(&a, &b),
            _ => false,
        })
}

fn same_entries(first: &Map<'_>, second: &Map<'_>) -> bool {
    first.keys().iter().zip(second.keys()).all(|(a, b)| {
        let (Ok(x), Ok(y)) = (Key::from_value(a), Key::from_value(&b)) else {
            return false;
        };
        match (first.get(&x), second.get(&y)) {
            (Some(Ok(x)), Some(Ok(y))) => same(a, &b) && same(&x, &y),
            _ => false,
        }
    })
}
