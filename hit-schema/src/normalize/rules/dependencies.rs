//! `dependencies` and what became of it.

use hit_runtime::check::{Kind, NodeId};
use hit_runtime::json::Json;

use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::dialect::Draft;
use crate::normalize::context::Cx;
use crate::normalize::site::Site;

/// `dependencies`: names (in draft 3 also a single one) or a schema a member.
pub(in crate::normalize) fn dependencies(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if cx.dialect.draft >= Draft::Draft201909 {
        let message = format!(
            "`dependencies` is a keyword of the past in {}",
            cx.dialect.draft
        );
        let help = "it is checked; write `dependentRequired` and `dependentSchemas`";
        cx.report(
            Diagnostic::warning(codes::OTHER_DRAFT, message).help(help),
            site,
        );
    }
    let mut names = Vec::new();
    let mut schemas = Vec::new();
    for member in cx.object(site).unwrap_or_default() {
        let below = site.member(member);
        match &below.node.value {
            Json::Array(_) => {
                names.extend(cx.texts(&below).map(|texts| (member.name.clone(), texts)));
            }
            Json::String(name) if cx.dialect.draft == Draft::Draft3 => {
                names.push((member.name.clone(), vec![name.clone()]));
            }
            _ => schemas.extend(cx.subschema(&below).map(|node| (member.name.clone(), node))),
        }
    }
    if !names.is_empty() {
        cx.push(site, Kind::DependentRequired(names));
    }
    if !schemas.is_empty() {
        cx.push(site, Kind::DependentSchemas(schemas));
    }
}

/// `dependentRequired`
pub(in crate::normalize) fn dependent_required(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let mut names = Vec::new();
    for member in cx.object(site).unwrap_or_default() {
        let texts = cx.texts(&site.member(member));
        names.extend(texts.map(|texts| (member.name.clone(), texts)));
    }
    cx.push(site, Kind::DependentRequired(names));
}

/// `dependentSchemas`
pub(in crate::normalize) fn dependent_schemas(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    let mut schemas: Vec<(String, NodeId)> = Vec::new();
    for member in cx.object(site).unwrap_or_default() {
        let node = cx.subschema(&site.member(member));
        schemas.extend(node.map(|node| (member.name.clone(), node)));
    }
    cx.push(site, Kind::DependentSchemas(schemas));
}
