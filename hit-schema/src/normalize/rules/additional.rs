//! `additionalProperties`

use hit_runtime::check::{Kind, Pattern};

use crate::normalize::context::Cx;
use crate::normalize::site::Site;

/// `additionalProperties`: what `properties` and `patternProperties` beside
/// it leave.
pub(in crate::normalize) fn additional_properties(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let names = names(cx, "properties");
    let patterns = names_of_patterns(cx);
    if let Some(node) = cx.subschema(site) {
        cx.push(
            site,
            Kind::AdditionalProperties {
                names,
                patterns,
                node,
            },
        );
    }
}

fn names_of_patterns(cx: &Cx<'_, '_>) -> Vec<Pattern> {
    names(cx, "patternProperties")
        .into_iter()
        .map(Pattern)
        .collect()
}

fn names(cx: &Cx<'_, '_>, keyword: &'static str) -> Vec<String> {
    let sibling = cx.sibling(keyword);
    let members = sibling
        .and_then(|site| site.node.as_object())
        .unwrap_or_default();
    members.iter().map(|member| member.name.clone()).collect()
}
