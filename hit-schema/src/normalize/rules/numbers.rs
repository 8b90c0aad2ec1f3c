//! Bounds of numbers, `multipleOf` and `divisibleBy`.

use hit_runtime::check::Kind;

use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::normalize::context::Cx;
use crate::normalize::site::Site;

/// `minimum`, exclusive where the flag of draft 3 and 4 says so.
pub(in crate::normalize) fn minimum(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let Some(bound) = cx.number(site) else { return };
    let kind = match is_exclusive(cx, "exclusiveMinimum") {
        true => Kind::ExclusiveMinimum(bound),
        false => Kind::Minimum(bound),
    };
    cx.push(site, kind);
}

/// `maximum`, exclusive where the flag of draft 3 and 4 says so.
pub(in crate::normalize) fn maximum(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let Some(bound) = cx.number(site) else { return };
    let kind = match is_exclusive(cx, "exclusiveMaximum") {
        true => Kind::ExclusiveMaximum(bound),
        false => Kind::Maximum(bound),
    };
    cx.push(site, kind);
}

/// Only in draft 3 and 4 is the keyword a truth value.
fn is_exclusive(cx: &Cx<'_, '_>, flag: &'static str) -> bool {
    cx.sibling(flag).and_then(|site| site.node.as_bool()) == Some(true)
}

/// `exclusiveMinimum` from draft 6 on.
pub(in crate::normalize) fn exclusive_minimum(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if let Some(bound) = exclusive(cx, site) {
        cx.push(site, Kind::ExclusiveMinimum(bound));
    }
}

/// `exclusiveMaximum` from draft 6 on.
pub(in crate::normalize) fn exclusive_maximum(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if let Some(bound) = exclusive(cx, site) {
        cx.push(site, Kind::ExclusiveMaximum(bound));
    }
}

fn exclusive(cx: &mut Cx<'_, '_>, site: &Site<'_>) -> Option<serde_json::Number> {
    if site.node.as_bool().is_some() {
        let message = format!("`{}` must be a number, found a boolean", site.keyword);
        let help = "a truth value is what drafts 3 and 4 have here: give the bound itself";
        cx.report(
            Diagnostic::error(codes::WRONG_TYPE, message).help(help),
            site,
        );
        return None;
    }
    cx.number(site)
}

/// `exclusiveMinimum` and `exclusiveMaximum` of draft 3 and 4.
pub(in crate::normalize) fn exclusive_flag(
    cx: &mut Cx<'_, '_>,
    site: &Site<'_>,
    bound: &'static str,
) {
    let Some(flag) = cx.flag(site) else { return };
    if flag && cx.sibling(bound).is_none() {
        let message = format!("`{}` has no effect without `{bound}`", site.keyword);
        cx.report(Diagnostic::warning(codes::INERT, message), site);
    }
}

/// `multipleOf`, `divisibleBy`
pub(in crate::normalize) fn multiple_of(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let Some(divisor) = cx.number(site) else {
        return;
    };
    if divisor.as_f64().is_some_and(|divisor| divisor > 0.0) {
        cx.push(site, Kind::MultipleOf(divisor));
    } else {
        cx.bad::<()>(
            site,
            format!("`{}` must be above 0, found {divisor}", site.keyword),
        );
    }
}
