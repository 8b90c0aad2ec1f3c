//! `contentEncoding`, `contentMediaType`, `contentSchema`

use hit_runtime::check::Kind;
use hit_runtime::json::Node;

use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::normalize::context::Cx;
use crate::normalize::site::Site;

use crate::options::ContentMode;

/// `contentEncoding`
pub(in crate::normalize) fn encoding(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let Some(name) = cx.text(site) else { return };
    if cx.build.options.content == ContentMode::Assert {
        cx.push(site, Kind::ContentEncoding(name.to_owned()));
    }
}

/// `contentMediaType`
pub(in crate::normalize) fn media_type(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let Some(name) = cx.text(site) else { return };
    if cx.build.options.content == ContentMode::Assert {
        let encoding = cx.sibling("contentEncoding");
        let encoding = encoding.and_then(|site| site.node.as_str().map(str::to_owned));
        let media_type = name.to_owned();
        cx.push(
            site,
            Kind::ContentMediaType {
                encoding,
                media_type,
            },
        );
    }
}

/// `contentSchema`: always an annotation.
pub(in crate::normalize) fn schema(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    cx.subschema(site);
    let media_type = cx.schema.get("contentMediaType").and_then(Node::as_str);
    if cx.build.options.content == ContentMode::Assert && media_type.is_some() {
        let message = "`contentSchema` is not checked";
        cx.report(Diagnostic::warning(codes::UNCHECKED, message), site);
    }
}
