//! `unevaluatedItems`, `unevaluatedProperties`

use hit_runtime::check::Kind;

use crate::normalize::context::Cx;
use crate::normalize::site::Site;

/// `unevaluatedItems`
pub(in crate::normalize) fn items(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if let Some(node) = cx.subschema(site) {
        cx.push_late(site, Kind::UnevaluatedItems(node));
    }
}

/// `unevaluatedProperties`
pub(in crate::normalize) fn properties(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if let Some(node) = cx.subschema(site) {
        cx.push_late(site, Kind::UnevaluatedProperties(node));
    }
}
