//! `type` and `disallow` of draft 3, which take names and schemas.

use hit_runtime::check::{Kind, NodeId, TypeSet};
use hit_runtime::json::Json;

use super::types::{settle, type_set};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::normalize::context::Cx;
use crate::normalize::context::check;
use crate::normalize::site::Site;

/// `type`: the value is of one of the types or matches one of the schemas.
pub(in crate::normalize) fn union(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let Some((set, schemas)) = alternatives(cx, site) else {
        return;
    };
    if set == TypeSet::ANY {
        return;
    }
    let kind = match schemas.is_empty() {
        true => Kind::Type(set),
        false => any_of(cx, site, set, schemas),
    };
    cx.push(site, kind);
}

/// `disallow`: the opposite.
pub(in crate::normalize) fn disallow(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let Some((set, schemas)) = alternatives(cx, site) else {
        return;
    };
    let kind = any_of(cx, site, set, schemas);
    let node = cx.synthesize(site, vec![check(site.keyword, kind)]);
    cx.push(site, Kind::Not(node));
}

fn any_of(cx: &mut Cx<'_, '_>, site: &Site<'_>, set: TypeSet, schemas: Vec<NodeId>) -> Kind {
    let mut nodes = Vec::with_capacity(schemas.len() + 1);
    if set != TypeSet::default() {
        nodes.push(cx.synthesize(site, vec![check(site.keyword, Kind::Type(set))]));
    }
    nodes.extend(schemas);
    Kind::AnyOf(nodes)
}

fn alternatives(cx: &mut Cx<'_, '_>, site: &Site<'_>) -> Option<(TypeSet, Vec<NodeId>)> {
    let mut set = TypeSet::default();
    let mut schemas = Vec::new();
    match &site.node.value {
        Json::String(name) => set = named(cx, site, name),
        Json::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                let item = site.item(at, item);
                match &item.node.value {
                    Json::String(name) => set = set.with(named(cx, &item, name)),
                    _ => schemas.extend(cx.subschema(&item)),
                }
            }
        }
        _ => return cx.wrong(site, "the name of a type or an array"),
    }
    Some((
        if set.contains(TypeSet::ANY) {
            TypeSet::ANY
        } else {
            settle(set)
        },
        schemas,
    ))
}

/// Draft 3, section 5.1: values of unknown types are accepted.
fn named(cx: &mut Cx<'_, '_>, site: &Site<'_>, name: &str) -> TypeSet {
    if name == "any" {
        return TypeSet::ANY;
    }
    type_set(&cx.dialect, name).unwrap_or_else(|| {
        let message = format!("there is no type {name:?}, so every value is of it");
        cx.report(Diagnostic::warning(codes::BAD_VALUE, message), site);
        TypeSet::ANY
    })
}
