//! `if`, `then`, `else`

use hit_runtime::check::Kind;

use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::normalize::context::Cx;
use crate::normalize::site::Site;

/// `if` with the branches beside it. Without branches it still annotates.
pub(in crate::normalize) fn test(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let then = cx.sibling("then").and_then(|site| cx.subschema(&site));
    let otherwise = cx.sibling("else").and_then(|site| cx.subschema(&site));
    if let Some(test) = cx.subschema(site) {
        cx.push(
            site,
            Kind::If {
                test,
                then,
                otherwise,
            },
        );
    }
}

/// `then`, `else`: read by `if`.
pub(in crate::normalize) fn branch(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if cx.sibling("if").is_none() && cx.subschema(site).is_some() {
        let message = format!("`{}` has no effect without `if`", site.keyword);
        cx.report(Diagnostic::warning(codes::INERT, message), site);
    }
}
