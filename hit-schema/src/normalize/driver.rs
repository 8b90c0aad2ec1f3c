//! All schemas, one after the other.

use std::collections::HashMap;

use hit_runtime::Pointer;
use hit_runtime::check::{Check, Kind, Node as Checks, NodeId};
use hit_runtime::json::Json;

use super::annotations;
use super::context::{Build, Cx};
use super::dispatch::dispatch;
use super::site::Site;
use super::unknown::unknown;
use crate::codes;
use crate::diagnostic::{Diagnostic, Sink};
use crate::dialect::{Draft, Meaning};
use crate::info::NodeInfo;
use crate::options::Options;
use crate::resolve::{Graph, SubId};

/// The nodes of all linked schemas, and of those made up for them.
#[derive(Debug, Default)]
pub struct Normal {
    /// The checks; resources and sources are those of the graph.
    pub nodes: Vec<Checks>,
    /// Annotations, one for each node.
    pub info: Vec<NodeInfo>,
    /// The node of every schema of the graph that is linked.
    pub ids: Vec<Option<NodeId>>,
    /// The nodes below `definitions` and `$defs`.
    pub definitions: Vec<NodeId>,
}

/// Turns every linked schema into checks.
pub fn normalize(graph: &Graph, options: &Options, sink: &mut Sink) -> Normal {
    let linked = linked(graph);
    let mut ids = vec![None; graph.subschemas.len()];
    for (node, id) in (0..).zip(&linked) {
        if let Some(slot) = ids.get_mut(id.0) {
            *slot = Some(node);
        }
    }
    let nodes = linked.iter().map(|id| blank(graph, *id)).collect();
    let info = linked
        .iter()
        .map(|id| annotations::read(graph, *id))
        .collect();
    let mut build = Build {
        graph,
        options,
        sink,
        ids: &ids,
        nodes,
        info,
        definitions: Vec::new(),
        patterns: HashMap::new(),
    };
    for (at, id) in linked.iter().enumerate() {
        schema(&mut build, *id, at);
    }
    let Build {
        nodes,
        info,
        definitions,
        ..
    } = build;
    Normal {
        nodes,
        info,
        definitions,
        ids,
    }
}

/// The linked schemas by document and place in it.
fn linked(graph: &Graph) -> Vec<SubId> {
    let all = (0..graph.subschemas.len()).map(SubId);
    let mut linked: Vec<_> = all.filter(|id| graph.sub(*id).linked).collect();
    linked.sort_by(|a, b| {
        let (a, b) = (graph.sub(*a), graph.sub(*b));
        (a.source, &a.path).cmp(&(b.source, &b.path))
    });
    linked
}

fn blank(graph: &Graph, id: SubId) -> Checks {
    let sub = graph.sub(id);
    Checks {
        source: sub.source.0,
        pointer: sub.pointer.as_str().to_owned(),
        resource: u32::try_from(sub.resource.0).unwrap_or(u32::MAX),
        checks: Vec::new(),
    }
}

fn schema(build: &mut Build<'_>, id: SubId, at: usize) {
    let schema = build.graph.node(id);
    let dialect = build.graph.resource_of(id).dialect;
    let mut cx = Cx {
        build,
        id,
        schema,
        dialect,
        checks: Vec::new(),
        late: Vec::new(),
    };
    match &schema.value {
        Json::Bool(_) if !takes_bool(&cx) => no_schema(&mut cx, Some(NO_BOOL)),
        Json::Bool(true) => {}
        Json::Bool(false) => {
            cx.checks.push(Check {
                keyword: String::new(),
                kind: Kind::Never,
            });
        }
        Json::Object(_) => object(&mut cx),
        _ => no_schema(&mut cx, None),
    }
    let mut checks = std::mem::take(&mut cx.checks);
    checks.append(&mut cx.late);
    if let Some(node) = build.nodes.get_mut(at) {
        node.checks = checks;
    }
}

const NO_BOOL: &str =
    "draft 6 and later have `true` and `false` as schemas: write {} or {\"not\": {}}";

/// Whether a truth value can be a schema here: from draft 6 on, and before
/// that in `additionalProperties` and `additionalItems` of a schema.
fn takes_bool(cx: &Cx<'_, '_>) -> bool {
    let graph = cx.build.graph;
    let here = graph.sub(cx.id);
    let holder = here.pointer.as_str().rsplit_once('/');
    cx.dialect.draft >= Draft::Draft6
        || holder.is_some_and(|(holder, last)| {
            let holder = Pointer::from_escaped(holder);
            matches!(last, "additionalProperties" | "additionalItems")
                && graph.at(here.source, &holder).is_some()
        })
}

fn no_schema(cx: &mut Cx<'_, '_>, help: Option<&str>) {
    let message = format!("a schema is expected here, found {}", cx.schema.type_name());
    let mut diagnostic = Diagnostic::error(codes::NOT_A_SCHEMA, message);
    diagnostic.help = help.map(str::to_owned);
    let origin = cx.build.graph.origin(cx.id);
    cx.build.sink.push(diagnostic.at(origin));
}

fn object(cx: &mut Cx<'_, '_>) {
    let schema = cx.schema;
    let here = cx.build.graph.sub(cx.id).pointer.clone();
    let lone_ref = cx.dialect.draft.ref_overrides() && schema.get("$ref").is_some();
    for member in schema.as_object().unwrap_or_default() {
        let Some(keyword) = cx.dialect.keyword(&member.name) else {
            unknown(cx, member, &here);
            continue;
        };
        let pointer = here.join(keyword.name);
        let site = Site {
            keyword: keyword.name,
            pointer,
            node: &member.value,
        };
        if lone_ref && !matches!(keyword.meaning, Meaning::Ref | Meaning::Definitions) {
            overridden(cx, keyword.meaning, &site);
        } else {
            dispatch(cx, keyword.meaning, &site);
        }
    }
}

/// A keyword beside a `$ref` that makes it count for nothing.
fn overridden(cx: &mut Cx<'_, '_>, meaning: Meaning, site: &Site<'_>) {
    let harmless = matches!(
        meaning,
        Meaning::Schema
            | Meaning::Id
            | Meaning::Comment
            | Meaning::Title
            | Meaning::Description
            | Meaning::Default
            | Meaning::Examples
            | Meaning::ReadOnly
            | Meaning::WriteOnly
    );
    if !harmless {
        let message = format!(
            "`{}` beside `$ref` has no effect in {}",
            site.keyword, cx.dialect.draft
        );
        let help = "put the `$ref` into an `allOf`, or use draft 2019-09 or later";
        cx.report(Diagnostic::warning(codes::INERT, message).help(help), site);
    }
}
