//! What a reference means.

use hit_runtime::Pointer;
use hit_runtime::json::{Json, Node};

use super::graph::{Graph, ResourceId, SubId};
use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::source::SourceId;
use crate::suggest;
use crate::uri;

/// What the fragment of a reference leads to within a resource.
pub(super) enum Found {
    /// A known schema.
    Schema(SubId),
    /// A value that no keyword declares to be a schema.
    Place {
        source: SourceId,
        pointer: Pointer,
        path: Vec<u32>,
        resource: ResourceId,
    },
}

/// Follows a fragment from the root of a resource.
pub(super) fn follow(
    graph: &Graph,
    resource: ResourceId,
    fragment: Option<&str>,
) -> Result<Found, Box<Diagnostic>> {
    let held = graph.resource(resource);
    let Some(fragment) = fragment else {
        return Ok(Found::Schema(held.root));
    };
    let name = uri::percent_decode(fragment).unwrap_or_else(|| fragment.to_owned());
    if name.starts_with('/') {
        return pointer(graph, resource, &name);
    }
    match held.anchors.get(&name) {
        Some(found) => Ok(Found::Schema(*found)),
        None => Err(no_anchor(graph, resource, &name).into()),
    }
}

fn no_anchor(graph: &Graph, resource: ResourceId, name: &str) -> Diagnostic {
    let held = graph.resource(resource);
    let message = format!("no schema in \"{}\" has the anchor \"{name}\"", held.uri);
    let diagnostic = Diagnostic::error(codes::DANGLING_ANCHOR, message);
    if pointer(graph, resource, &format!("/{name}")).is_ok() {
        return diagnostic.help(format!("did you mean \"#/{name}\"?"));
    }
    let mut known: Vec<_> = held.anchors.keys().map(String::as_str).collect();
    known.sort_unstable();
    match suggest::nearest(name, known) {
        Some(near) => diagnostic.help(format!("did you mean \"#{near}\"?")),
        None => diagnostic,
    }
}

/// Follows a JSON Pointer from the root of a resource.
fn pointer(graph: &Graph, resource: ResourceId, text: &str) -> Result<Found, Box<Diagnostic>> {
    let root = graph.sub(graph.resource(resource).root);
    let relative = Pointer::from_escaped(text);
    // The quick way: objects may have very many members.
    let whole = relative
        .tokens()
        .fold(root.pointer.clone(), |at, token| at.join(&token));
    if let Some(schema) = graph.at(root.source, &whole) {
        return Ok(Found::Schema(schema));
    }
    let mut pointer = root.pointer.clone();
    let mut path = root.path.clone();
    let mut node = graph.node(graph.resource(resource).root);
    let mut enclosing = root.resource;
    for token in relative.tokens() {
        let Some((position, next)) = child(node, &token) else {
            return Err(dangling(text, node, &token).into());
        };
        match &node.value {
            Json::Array(_) => pointer.push_index(usize::try_from(position).unwrap_or_default()),
            _ => pointer.push(&token),
        }
        path.push(position);
        node = next;
        if let Some(schema) = graph.at(root.source, &pointer) {
            enclosing = graph.sub(schema).resource;
        }
    }
    if !matches!(node.value, Json::Object(_) | Json::Bool(_)) {
        let message = format!(
            "the reference leads to {}, not to a schema",
            node.type_name()
        );
        return Err(Diagnostic::error(codes::NOT_A_SCHEMA, message).into());
    }
    Ok(match graph.at(root.source, &pointer) {
        Some(schema) => Found::Schema(schema),
        None => Found::Place {
            source: root.source,
            pointer,
            path,
            resource: enclosing,
        },
    })
}

fn child<'n>(node: &'n Node, token: &str) -> Option<(u32, &'n Node)> {
    let next = node.child(token)?;
    let position = match &node.value {
        Json::Object(members) => members.iter().position(|member| member.name == token)?,
        _ => token.parse().ok()?,
    };
    Some((u32::try_from(position).ok()?, next))
}

fn dangling(text: &str, node: &Node, token: &str) -> Diagnostic {
    let message = match &node.value {
        Json::Object(_) => format!("the reference leads nowhere: there is no member \"{token}\""),
        Json::Array(items) => format!(
            "the reference leads nowhere: \"{token}\" is no index of an array of {} items",
            items.len()
        ),
        _ => format!(
            "the reference leads nowhere: {} has no member",
            node.type_name()
        ),
    };
    let diagnostic = Diagnostic::error(codes::DANGLING_POINTER, message);
    let names = node
        .as_object()
        .unwrap_or_default()
        .iter()
        .map(|member| member.name.as_str());
    match suggest::nearest(token, names) {
        Some(near) => diagnostic.help(format!("did you mean \"{near}\", in \"#{text}\"?")),
        None => diagnostic,
    }
}
