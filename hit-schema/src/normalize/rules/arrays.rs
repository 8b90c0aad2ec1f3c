//! Lengths of arrays and `uniqueItems`.

use hit_runtime::check::Kind;

use crate::normalize::context::Cx;
use crate::normalize::site::Site;

/// `minItems`
pub(in crate::normalize) fn min_items(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if let Some(count) = cx.count(site) {
        cx.push(site, Kind::MinItems(count));
    }
}

/// `maxItems`
pub(in crate::normalize) fn max_items(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if let Some(count) = cx.count(site) {
        cx.push(site, Kind::MaxItems(count));
    }
}

/// `uniqueItems`
pub(in crate::normalize) fn unique_items(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if cx.flag(site) == Some(true) {
        cx.push(site, Kind::UniqueItems);
    }
}
