//! `$anchor`, `$dynamicAnchor`, `$vocabulary`, `$defs`.

use crate::normalize::context::Cx;
use crate::normalize::site::Site;

/// `$id` and `$schema`: texts that were read before.
pub(in crate::normalize) fn identifier(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    cx.text(site);
}

/// `$recursiveAnchor`, and `required` of draft 3, which `properties` reads.
pub(in crate::normalize) fn flag(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    cx.flag(site);
}

/// The name of an anchor (2020-12 core, section 8.2.2).
pub(in crate::normalize) fn anchor(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let Some(name) = cx.text(site) else { return };
    let starts = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let goes_on = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    if !starts || !name.chars().all(goes_on) {
        let message = format!(
            "`{}` is a letter or `_`, then letters, digits, `-`, `_` and `.`; found {name:?}",
            site.keyword
        );
        cx.bad::<()>(site, message);
    }
}

/// What a meta-schema says about vocabularies: truth values by URI.
pub(in crate::normalize) fn vocabulary(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    for member in cx.object(site).unwrap_or_default() {
        cx.flag(&site.member(member));
    }
}

/// Schemas that are only there to be referred to.
pub(in crate::normalize) fn definitions(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    for member in cx.object(site).unwrap_or_default() {
        let node = cx.subschema(&site.member(member));
        cx.build.definitions.extend(node);
    }
}
