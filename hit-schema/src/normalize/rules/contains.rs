//! `contains`, `minContains`, `maxContains`

use hit_runtime::check::Kind;

use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::dialect::Draft;
use crate::normalize::context::Cx;
use crate::normalize::site::Site;

/// `contains` with the bounds beside it.
pub(in crate::normalize) fn contains(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let min = cx
        .sibling("minContains")
        .and_then(|site| cx.count(&site))
        .unwrap_or(1);
    let max = cx.sibling("maxContains").and_then(|site| cx.count(&site));
    let evaluates = cx.dialect.draft >= Draft::Draft202012;
    if let Some(node) = cx.subschema(site) {
        cx.push(
            site,
            Kind::Contains {
                node,
                min,
                max,
                evaluates,
            },
        );
    }
}

/// `minContains`, `maxContains`: read by `contains`.
pub(in crate::normalize) fn bound(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if cx.sibling("contains").is_none() && cx.count(site).is_some() {
        let message = format!("`{}` has no effect without `contains`", site.keyword);
        cx.report(Diagnostic::warning(codes::INERT, message), site);
    }
}
