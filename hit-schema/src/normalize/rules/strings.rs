//! Lengths and patterns of strings.

use hit_runtime::check::Kind;

use super::pattern::pattern as compile;
use crate::normalize::context::Cx;
use crate::normalize::site::Site;

/// `minLength`
pub(in crate::normalize) fn min_length(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if let Some(length) = cx.count(site) {
        cx.push(site, Kind::MinLength(length));
    }
}

/// `maxLength`
pub(in crate::normalize) fn max_length(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if let Some(length) = cx.count(site) {
        cx.push(site, Kind::MaxLength(length));
    }
}

/// `pattern`
pub(in crate::normalize) fn pattern(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if let Some(text) = cx.text(site) {
        let pattern = compile(cx, site, text);
        cx.push(site, Kind::Pattern(pattern));
    }
}
