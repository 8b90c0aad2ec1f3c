//! Schemas against their meta-schemas.
//!
//! What would change the meaning of a keyword was found before, by the rules
//! that read it. What is left is clear and yet not allowed, `required: []` in
//! draft 4, say: a warning. What a meta-schema of one's own demands is meant to
//! be kept: an error.

use std::collections::BTreeMap;
use std::sync::Arc;

use hit_runtime::Violation;
use hit_runtime::check::{Checker, NodeId};

use crate::codes;
use crate::diagnostic::{Diagnostic, Sink};
use crate::dialect::Draft;
use crate::resolve::{Graph, SubId};
use crate::source::Origin;

/// A meta-schema that can be run.
pub(crate) type MetaSchema = Arc<(Checker, NodeId)>;

/// Checks the resources of the documents of some roots. `compile` makes a
/// meta-schema into a checker.
pub(crate) fn check(
    graph: &Graph,
    roots: &[SubId],
    compile: &dyn Fn(&str) -> Option<MetaSchema>,
    sink: &mut Sink,
) {
    // `None` for one that does not compile.
    let mut known: BTreeMap<String, Option<MetaSchema>> = BTreeMap::new();
    for root in roots {
        let source = graph.sub(*root).source;
        let own = graph.resources.iter().filter(|resource| {
            let sub = graph.sub(resource.root);
            sub.source == source && (resource.root == *root || has_schema(graph, resource.root))
        });
        for resource in own {
            let uri = meta_uri(graph, resource.root);
            let meta = known.entry(uri).or_insert_with_key(|uri| compile(uri));
            match meta {
                Some(meta) => run(graph, resource.root, meta, sink),
                None => unchecked(graph, resource.root, sink),
            }
        }
    }
}

fn run(graph: &Graph, id: SubId, meta: &MetaSchema, sink: &mut Sink) {
    let (checker, node) = &**meta;
    let value = graph.node(id).to_value();
    if checker.is_valid(*node, &value) {
        return;
    }
    for violation in &checker.check(*node, &value).violations {
        report_at(graph, id, violation, sink);
    }
}

fn unchecked(graph: &Graph, id: SubId, sink: &mut Sink) {
    let message = "the meta-schema does not compile, so this schema is not checked against it";
    let origin = graph.keyword_origin(id, "$schema");
    if sink.has_at(origin.source, &origin.pointer) {
        return;
    }
    sink.push(Diagnostic::warning(codes::UNCHECKED, message).at(origin));
}

fn has_schema(graph: &Graph, id: SubId) -> bool {
    graph.node(id).get("$schema").is_some()
}

/// The meta-schema of a resource: the one it names, or that of its draft.
fn meta_uri(graph: &Graph, id: SubId) -> String {
    match named(graph, id) {
        Some(name) if Draft::from_uri(name).is_none() => name.to_owned(),
        _ => graph.resource_of(id).dialect.draft.uri().to_owned(),
    }
}

/// The `$schema` of a schema.
fn named(graph: &Graph, id: SubId) -> Option<&str> {
    graph.node(id).get("$schema").and_then(|name| name.as_str())
}

fn report_at(graph: &Graph, id: SubId, violation: &Violation, sink: &mut Sink) {
    let sub = graph.sub(id);
    let Some(node) = graph.node(id).pointer(&violation.instance) else {
        return;
    };
    let mut pointer = sub.pointer.clone();
    for token in violation.instance.tokens() {
        pointer.push(&token);
    }
    // The engine gives up on what nests very deep; the rules do not.
    let unfinished = violation.code == "depth";
    let foreign = graph.resources.iter().any(|resource| {
        let inner = graph.sub(resource.root);
        inner.source == sub.source
            && resource.root != id
            && has_schema(graph, resource.root)
            && pointer.as_str().starts_with(sub.pointer.as_str())
            && pointer.as_str().starts_with(inner.pointer.as_str())
            && inner.pointer.as_str().len() > sub.pointer.as_str().len()
    });
    if unfinished || foreign || sink.has_at(sub.source, &pointer) {
        return;
    }
    let message = format!("the meta-schema does not allow this: {}", violation.message);
    let own = named(graph, id).is_some_and(|name| Draft::from_uri(name).is_none());
    let diagnostic = match own {
        true => Diagnostic::error(codes::META_SCHEMA, message),
        false => Diagnostic::warning(codes::META_SCHEMA, message),
    };
    sink.push(
        diagnostic
            .at(Origin {
                source: sub.source,
                pointer,
                span: node.span,
            })
            .help(format!("see {}", violation.schema)),
    );
}
