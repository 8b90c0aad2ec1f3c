//! Types and their table.

use serde_json::{Value as Json, json};

use crate::rules::text::reader::{Read, flag, list, member, number, text, wrong};
use crate::rules::types::{Field, ListKind, ListType, ObjectRef, Opaque, Type, TypeTable};

const SIMPLE: &[(&str, Type)] = &[
    ("null", Type::Null),
    ("bool", Type::Bool),
    ("int", Type::Int),
    ("uint", Type::UInt),
    ("double", Type::Double),
    ("string", Type::String),
    ("bytes", Type::Bytes),
    ("timestamp", Type::Timestamp),
    ("duration", Type::Duration),
    ("intOrString", Type::IntOrString),
    ("dyn", Type::Dyn),
    ("url", Type::Opaque(Opaque::Url)),
    ("ip", Type::Opaque(Opaque::Ip)),
    ("cidr", Type::Opaque(Opaque::Cidr)),
    ("quantity", Type::Opaque(Opaque::Quantity)),
    ("format", Type::Opaque(Opaque::Format)),
    ("semver", Type::Opaque(Opaque::Semver)),
];

/// A type as JSON. What is only known while types are inferred is `dyn`.
pub fn to_json(ty: &Type) -> Json {
    match ty {
        Type::Enum(values) => json!({ "enum": values.to_vec() }),
        Type::List(of) => match &of.kind {
            ListKind::Atomic => json!({ "list": to_json(&of.element) }),
            ListKind::Set => json!({ "list": to_json(&of.element), "set": true }),
            ListKind::Map(keys) => json!({ "list": to_json(&of.element), "keys": keys }),
        },
        Type::Map(of) => json!({ "map": [to_json(&of.0), to_json(&of.1)] }),
        Type::Object(object) => json!({ "object": object.index }),
        Type::Optional(inner) => json!({ "optional": to_json(inner) }),
        Type::Type(inner) => json!({ "type": to_json(inner) }),
        Type::Union(members) => {
            json!({ "union": members.iter().map(to_json).collect::<Vec<_>>() })
        }
        simple => {
            let found = SIMPLE.iter().find(|(_, ty)| ty == simple);
            json!(found.map_or("dyn", |(name, _)| *name))
        }
    }
}

/// The type. `names` are those of the object types.
pub fn of_json(json: &Json, names: &[String]) -> Read<Type> {
    if let Some(name) = json.as_str() {
        let found = SIMPLE.iter().find(|(known, _)| *known == name);
        return found.map_or_else(|| wrong("a type", json), |(_, ty)| Ok(ty.clone()));
    }
    let inner = |name: &str| of_json(member(json, name), names);
    let Some(first) = json.as_object().and_then(|members| {
        ["enum", "list", "map", "object", "optional", "type", "union"]
            .into_iter()
            .find(|name| members.contains_key(*name))
    }) else {
        return wrong("a type", json);
    };
    Ok(match first {
        "enum" => {
            let values = list(member(json, first), |value| text(value).map(str::to_owned))?;
            Type::Enum(values.into())
        }
        "list" => {
            let keys = member(json, "keys");
            let kind = match keys {
                Json::Null if flag(member(json, "set")) => ListKind::Set,
                Json::Null => ListKind::Atomic,
                keys => ListKind::Map(list(keys, |key| text(key).map(str::to_owned))?),
            };
            let element = inner(first)?;
            Type::List(ListType { element, kind }.into())
        }
        "map" => {
            let types = list(member(json, first), |ty| of_json(ty, names))?;
            let [key, value] =
                <[Type; 2]>::try_from(types).or_else(|_| wrong("two types", json))?;
            Type::map(key, value)
        }
        "object" => {
            let index = number(member(json, first))?;
            let name = names
                .get(index)
                .map_or_else(|| wrong("an object type", json), Ok)?;
            let name = name.as_str().into();
            Type::Object(ObjectRef { index, name })
        }
        "optional" => Type::optional(inner(first)?),
        "type" => Type::of_type(inner(first)?),
        _ => Type::Union(list(member(json, first), |ty| of_json(ty, names))?.into()),
    })
}

/// A table as JSON.
pub fn table_to_json(table: &TypeTable) -> Json {
    let field = |(name, field): (&std::sync::Arc<str>, &Field)| {
        json!([
            &**name,
            field.member,
            to_json(&field.ty),
            field.required,
            field.nullable
        ])
    };
    let object = |object: &crate::rules::types::ObjectType| json!({ "name": &*object.name, "fields": object.fields.iter().map(field).collect::<Vec<_>>() });
    table.objects().iter().map(object).collect()
}

/// The table, and the names of its types.
pub fn table_of_json(json: &Json) -> Read<(TypeTable, Vec<String>)> {
    let names = list(json, |object| {
        text(member(object, "name")).map(str::to_owned)
    })?;
    let mut table = TypeTable::default();
    let objects: Vec<ObjectRef> = names
        .iter()
        .map(|name| table.reserve(name.as_str()))
        .collect();
    for (object, json) in objects.iter().zip(json.as_array().into_iter().flatten()) {
        list(member(json, "fields"), |field| {
            let at = |index| crate::rules::text::reader::item(field, index);
            let new = Field {
                member: text(at(1))?.to_owned(),
                ty: of_json(at(2), &names)?,
                required: flag(at(3)),
                nullable: flag(at(4)),
            };
            table.add_field(object, text(at(0))?, new);
            Ok(())
        })?;
    }
    Ok((table, names))
}
