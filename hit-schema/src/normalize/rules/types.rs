//! `type`, `enum`, `const`.

use hit_runtime::check::{Kind, TypeSet};
use hit_runtime::json::{Json, Node};

use crate::normalize::context::Cx;
use crate::normalize::site::Site;

use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::dialect::{Dialect, Draft};
use crate::suggest;

const NAMES: [&str; 7] = [
    "null", "boolean", "integer", "number", "string", "array", "object",
];

/// `type`: a name or an array of names.
pub(in crate::normalize) fn types(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let set = match &site.node.value {
        Json::String(_) => named(cx, site),
        Json::Array(items) if items.is_empty() => cx.bad(site, "`type` names no type"),
        Json::Array(items) => {
            let sets = items.iter().enumerate().map(|(at, item)| {
                let item = site.item(at, item);
                match item.node.as_str() {
                    Some(_) => named(cx, &item),
                    None => cx.wrong(&item, "the name of a type"),
                }
            });
            sets.collect::<Vec<_>>()
                .into_iter()
                .try_fold(TypeSet::default(), |all, set| Some(all.with(set?)))
        }
        _ => cx.wrong(site, "the name of a type or an array of such"),
    };
    if let Some(set) = set {
        cx.push(site, Kind::Type(settle(set)));
    }
}

fn named(cx: &mut Cx<'_, '_>, site: &Site<'_>) -> Option<TypeSet> {
    let name = site.node.as_str()?;
    let set = type_set(&cx.dialect, name);
    if set.is_none() {
        let message = format!("there is no type {name:?}");
        let mut diagnostic = Diagnostic::error(codes::BAD_VALUE, message);
        if let Some(near) = synonym(name).or_else(|| suggest::nearest(name, NAMES)) {
            diagnostic = diagnostic.help(format!("did you mean \"{near}\"?"));
        }
        cx.report(diagnostic, site);
    }
    set
}

fn synonym(name: &str) -> Option<&'static str> {
    Some(match name {
        "int" | "int32" | "int64" | "long" => "integer",
        "bool" => "boolean",
        "float" | "double" => "number",
        "str" | "text" | "date" => "string",
        "list" => "array",
        "map" | "dict" => "object",
        "nil" | "none" => "null",
        _ => return None,
    })
}

/// The set a type name stands for.
pub(super) fn type_set(dialect: &Dialect, name: &str) -> Option<TypeSet> {
    Some(match name {
        "null" => TypeSet::NULL,
        "boolean" => TypeSet::BOOLEAN,
        "integer" if dialect.draft <= Draft::Draft4 => {
            TypeSet::INTEGER.with(TypeSet::LITERAL_INTEGER)
        }
        "integer" => TypeSet::INTEGER,
        "number" => TypeSet::NUMBER,
        "string" => TypeSet::STRING,
        "array" => TypeSet::ARRAY,
        "object" => TypeSet::OBJECT,
        _ => return None,
    })
}

/// `LITERAL_INTEGER` says nothing beside all numbers.
pub(super) fn settle(set: TypeSet) -> TypeSet {
    if set.contains(TypeSet::NUMBER) {
        TypeSet(set.0 & TypeSet::ANY.0)
    } else {
        set
    }
}

/// `enum`
pub(in crate::normalize) fn any_of_values(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let Some(items) = cx.array(site) else { return };
    if items.is_empty() {
        let message = "`enum` has no value, so nothing is accepted";
        cx.report(Diagnostic::warning(codes::BAD_VALUE, message), site);
    }
    cx.push(site, Kind::Enum(items.iter().map(Node::to_value).collect()));
}

/// `const`
pub(in crate::normalize) fn one_value(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    cx.push(site, Kind::Enum(vec![site.node.to_value()]));
}
