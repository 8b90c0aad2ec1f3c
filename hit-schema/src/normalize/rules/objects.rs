//! Members of objects: how many, which, and what they are.

use hit_runtime::check::Kind;

use super::pattern::pattern;
use crate::dialect::Draft;
use crate::normalize::context::Cx;
use crate::normalize::context::check;
use crate::normalize::site::Site;

/// `minProperties`
pub(in crate::normalize) fn min_properties(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if let Some(count) = cx.count(site) {
        cx.push(site, Kind::MinProperties(count));
    }
}

/// `maxProperties`
pub(in crate::normalize) fn max_properties(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if let Some(count) = cx.count(site) {
        cx.push(site, Kind::MaxProperties(count));
    }
}

/// `required`
pub(in crate::normalize) fn required(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if let Some(names) = cx.texts(site) {
        cx.push(site, Kind::Required(names));
    }
}

/// `properties`, and in draft 3 the `required: true` within.
pub(in crate::normalize) fn properties(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let Some(members) = cx.object(site) else {
        return;
    };
    let mut nodes = Vec::with_capacity(members.len());
    let mut required = Vec::new();
    for member in members {
        if let Some(node) = cx.subschema(&site.member(member)) {
            nodes.push((member.name.clone(), node));
        }
        let flag = member.value.get("required").and_then(|flag| flag.as_bool());
        let reads = member.value.get("$ref").is_none();
        if cx.dialect.draft == Draft::Draft3 && flag == Some(true) && reads {
            required.push(member.name.clone());
        }
    }
    cx.push(site, Kind::Properties(nodes));
    if !required.is_empty() {
        cx.checks.push(check("required", Kind::Required(required)));
    }
}

/// `patternProperties`
pub(in crate::normalize) fn pattern_properties(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let mut nodes = Vec::new();
    for member in cx.object(site).unwrap_or_default() {
        let site = site.member(member);
        let pattern = pattern(cx, &site, &member.name);
        nodes.extend(cx.subschema(&site).map(|node| (pattern, node)));
    }
    cx.push(site, Kind::PatternProperties(nodes));
}

/// `propertyNames`
pub(in crate::normalize) fn property_names(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if let Some(node) = cx.subschema(site) {
        cx.push(site, Kind::PropertyNames(node));
    }
}
