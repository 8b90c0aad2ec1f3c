//! What a schema says besides what it checks.

use hit_runtime::Pointer;
use hit_runtime::json::{Member, Node};

use super::context::Cx;
use super::site::Site;
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::info::{Discriminator, NodeInfo};
use crate::resolve::{Graph, SubId};
use crate::source::Origin;
use crate::uri;

/// The annotations of a schema. Those beside an overriding `$ref` are kept:
/// they say what people meant.
pub(super) fn read(graph: &Graph, id: SubId) -> NodeInfo {
    let dialect = graph.resource_of(id).dialect;
    let mut info = NodeInfo::new(graph.origin(id), dialect.draft);
    let sub = graph.sub(id);
    info.definition_name = definition_name(&sub.pointer);
    for member in graph.node(id).as_object().unwrap_or_default() {
        let at = || Origin {
            source: sub.source,
            pointer: sub.pointer.join(&member.name),
            span: member.value.span,
        };
        if member.name.starts_with("x-") {
            let value = member.value.to_value();
            info.extensions.push((member.name.clone(), value, at()));
        } else if member.name == "discriminator" {
            let base = &graph.resource_of(id).uri;
            info.discriminator = discriminator(base, member, at());
        } else if dialect.keyword(&member.name).is_some() || member.name == "deprecated" {
            annotation(&mut info, member, at);
        }
    }
    info
}

fn annotation(info: &mut NodeInfo, member: &Member, at: impl Fn() -> Origin) {
    let text = || member.value.as_str().map(str::to_owned);
    let flag = || member.value.as_bool() == Some(true);
    match member.name.as_str() {
        "title" => info.title = text(),
        "description" => info.description = text(),
        "$comment" => info.comment = text(),
        "default" => info.default = Some((member.value.to_value(), at())),
        "examples" => {
            let examples = member.value.as_array().unwrap_or_default();
            info.examples = examples.iter().map(Node::to_value).collect();
        }
        "deprecated" => info.deprecated = flag(),
        "readOnly" => info.read_only = flag(),
        "writeOnly" => info.write_only = flag(),
        "format" => info.format = text(),
        "contentEncoding" => info.content_encoding = text(),
        "contentMediaType" => info.content_media_type = text(),
        _ => {}
    }
}

/// The name of a schema that stands right below `$defs` or `definitions`.
fn definition_name(pointer: &Pointer) -> Option<String> {
    let mut tokens: Vec<_> = pointer.tokens().collect();
    let name = tokens.pop()?;
    let parent = tokens.pop()?;
    // `properties` may have a member of that name: then it is no definition.
    let is_name = matches!(tokens.last().map(String::as_str), Some("properties"));
    (matches!(parent.as_str(), "$defs" | "definitions") && !is_name).then_some(name)
}

fn discriminator(base: &str, member: &Member, origin: Origin) -> Option<Discriminator> {
    let property_name = member.value.get("propertyName")?.as_str()?.to_owned();
    let entries = member
        .value
        .get("mapping")
        .and_then(Node::as_object)
        .unwrap_or_default();
    let mapping = entries.iter().filter_map(|entry| {
        Some((
            entry.name.clone(),
            uri::resolve(base, entry.value.as_str()?),
        ))
    });
    Some(Discriminator {
        property_name,
        mapping: mapping.collect(),
        origin,
    })
}

/// Warns where a text that is only read by people is no string.
pub(super) fn text(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if site.node.as_str().is_none() {
        odd(cx, site, "a string");
    }
}

/// As [`text`], for truth values.
pub(super) fn flag(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if site.node.as_bool().is_none() {
        odd(cx, site, "`true` or `false`");
    }
}

/// As [`text`], for arrays.
pub(super) fn array(cx: &mut Cx<'_, '_>, site: &Site<'_>) {
    if site.node.as_array().is_none() {
        odd(cx, site, "an array");
    }
}

/// It changes nothing about what is accepted, so it is no error.
fn odd(cx: &mut Cx<'_, '_>, site: &Site<'_>, wanted: &str) {
    let found = site.node.type_name();
    let message = format!("`{}` should be {wanted}, found {found}", site.keyword);
    cx.report(Diagnostic::warning(codes::WRONG_TYPE, message), site);
}
