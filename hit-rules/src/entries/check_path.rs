//! Whether a path leads to something that the type has.

use crate::types::{Type, TypeTable};

/// What is wrong with a path below a value of a type; `None` when it leads somewhere.
pub fn wrong_path(path: &[String], ty: &Type, types: &TypeTable) -> Option<String> {
    let (first, rest) = path.split_first()?;
    match ty {
        Type::Object(object) => {
            let object = types.object(object)?;
            let found = object
                .by_member
                .get(first)
                .and_then(|field| object.fields.get(field));
            match found {
                Some(field) => wrong_path(rest, &field.ty, types),
                None => {
                    let known: Vec<&str> = object.by_member.keys().map(String::as_str).collect();
                    Some(format!(
                        "the path names an unknown member '{first}' (has: {})",
                        known.join(", ")
                    ))
                }
            }
        }
        Type::Map(map) => wrong_path(rest, &map.1, types),
        Type::List(list) if first.parse::<usize>().is_ok() => {
            wrong_path(rest, &list.element, types)
        }
        Type::List(_) => Some(format!(
            "the path names '{first}' in a list: write an index"
        )),
        Type::Optional(inner) => wrong_path(path, inner, types),
        Type::Union(members) => {
            let wrong: Vec<Option<String>> = members
                .iter()
                .map(|member| wrong_path(path, member, types))
                .collect();
            if wrong.iter().any(Option::is_none) {
                None
            } else {
                wrong.into_iter().flatten().next_back()
            }
        }
        ty if ty.is_dyn() => None,
        ty => Some(format!(
            "the path goes into a value of type {ty}, which has no members"
        )),
    }
}
