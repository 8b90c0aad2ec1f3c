//! `items` in all its forms, `prefixItems`, `additionalItems`.

use hit_runtime::check::{Kind, NodeId};
use hit_runtime::json::Json;

use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::normalize::context::Cx;
use crate::normalize::site::Site;

/// `prefixItems`
pub(in crate::normalize) fn prefix_items(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if let Some(nodes) = each(cx, site) {
        cx.push(site, Kind::PrefixItems(nodes));
    }
}

/// `items` from 2020-12 on: what `prefixItems` leaves.
pub(in crate::normalize) fn items(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if site.node.as_array().is_some() {
        let message = "`items` must be a schema, found an array";
        let help = "the schemas of the first items are `prefixItems` in this draft";
        cx.report(
            Diagnostic::error(codes::WRONG_TYPE, message).help(help),
            site,
        );
        return;
    }
    let prefix = cx.sibling("prefixItems");
    let from = prefix
        .and_then(|prefix| prefix.node.as_array().map(<[_]>::len))
        .unwrap_or(0);
    if let Some(node) = cx.subschema(site) {
        cx.push(site, Kind::Items { from, node });
    }
}

/// `items` up to 2019-09: one schema for all items or one for each.
pub(in crate::normalize) fn items_or_tuple(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    match &site.node.value {
        Json::Array(_) => prefix_items(cx, site),
        _ => {
            if let Some(node) = cx.subschema(site) {
                cx.push(site, Kind::Items { from: 0, node });
            }
        }
    }
}

/// `additionalItems`: what an array of `items` leaves.
pub(in crate::normalize) fn additional_items(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let node = cx.subschema(site);
    let items = cx.sibling("items");
    match (
        node,
        items.and_then(|items| items.node.as_array().map(<[_]>::len)),
    ) {
        (Some(node), Some(from)) => cx.push(site, Kind::Items { from, node }),
        (Some(_), None) => {
            let message = "`additionalItems` has no effect unless `items` is an array";
            cx.report(Diagnostic::warning(codes::INERT, message), site);
        }
        (None, _) => {}
    }
}

/// The nodes of an array of schemas.
pub(super) fn each(cx: &mut Cx<'_, '_>, site: &Site<'_>) -> Option<Vec<NodeId>> {
    let items = cx.array(site)?;
    let nodes = items
        .iter()
        .enumerate()
        .map(|(at, item)| cx.subschema(&site.item(at, item)));
    nodes.collect::<Vec<_>>().into_iter().collect()
}
