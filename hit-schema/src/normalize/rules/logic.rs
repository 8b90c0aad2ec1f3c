//! `allOf`, `anyOf`, `oneOf`, `not`, and `extends` of draft 3.

use hit_runtime::check::{Kind, NodeId};

use super::tuples::each;
use crate::normalize::context::Cx;
use crate::normalize::site::Site;

/// `allOf`
pub(in crate::normalize) fn all_of(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    several(cx, site, Kind::AllOf);
}

/// `anyOf`
pub(in crate::normalize) fn any_of(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    several(cx, site, Kind::AnyOf);
}

/// `oneOf`
pub(in crate::normalize) fn one_of(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    several(cx, site, Kind::OneOf);
}

fn several(cx: &mut Cx<'_, '_>, site: &Site<'_>, kind: fn(Vec<NodeId>) -> Kind) {
    match each(cx, site) {
        Some(nodes) if nodes.is_empty() => {
            cx.bad::<()>(site, format!("`{}` has no schema", site.keyword));
        }
        Some(nodes) => cx.push(site, kind(nodes)),
        None => {}
    }
}

/// `not`
pub(in crate::normalize) fn not(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if let Some(node) = cx.subschema(site) {
        cx.push(site, Kind::Not(node));
    }
}

/// `extends`: one schema, or several that all match.
pub(in crate::normalize) fn extends(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let nodes = match site.node.as_array() {
        Some(_) => each(cx, site),
        None => cx.subschema(site).map(|node| vec![node]),
    };
    if let Some(nodes) = nodes.filter(|nodes| !nodes.is_empty()) {
        cx.push(site, Kind::AllOf(nodes));
    }
}
