//! From all nodes to the program of those that are used.

use hit_runtime::Pointer;
use hit_runtime::check::{NodeId, Program, Resource};

use crate::compiled::{Compiled, Document, Places, Root};
use crate::info::NodeInfo;
use crate::normalize::Normal;
use crate::resolve::{Graph, ResourceId, SubId};
use crate::walk::each_node;

/// Drops what nothing leads to and numbers the rest in order.
pub(crate) fn assemble(graph: Graph, mut normal: Normal, roots: Vec<(String, SubId)>) -> Compiled {
    let starts = starts(&graph, &normal, &roots);
    let kept = reach(&graph, &mut normal, starts);
    let places = places(&graph, &normal, &kept.nodes);
    let resources = resources(&graph, &normal, &kept);
    let roots = roots
        .into_iter()
        .filter_map(|(name, id)| {
            let node = renumbered(&kept.nodes, id_of(&normal, id)?)?;
            Some(Root {
                name,
                uri: graph.resource_of(id).uri.clone(),
                node,
            })
        })
        .collect();
    let mut nodes = Vec::new();
    let mut info: Vec<NodeInfo> = Vec::new();
    for ((mut node, facts), keep) in normal.nodes.into_iter().zip(normal.info).zip(&kept.nodes) {
        if keep.is_none() {
            continue;
        }
        for check in &mut node.checks {
            each_node(&mut check.kind, &mut |id| {
                *id = renumbered(&kept.nodes, *id).unwrap_or(*id);
            });
        }
        node.resource = renumbered(&kept.resources, node.resource).unwrap_or_default();
        nodes.push(node);
        info.push(facts);
    }
    let sources = graph
        .sources
        .iter()
        .map(|(_, source)| source.name.clone())
        .collect();
    let loaded = graph
        .sources
        .iter()
        .filter_map(|(_, source)| source.path.clone())
        .collect();
    Compiled {
        program: Program {
            nodes,
            resources,
            sources,
        },
        info,
        roots,
        sources: graph.sources,
        warnings: Vec::new(),
        loaded,
        places,
    }
}

/// New numbers of what is kept.
struct Kept {
    nodes: Vec<Option<NodeId>>,
    resources: Vec<Option<NodeId>>,
}

fn renumbered(numbers: &[Option<NodeId>], id: NodeId) -> Option<NodeId> {
    numbers.get(usize::try_from(id).ok()?).copied().flatten()
}

fn id_of(normal: &Normal, id: SubId) -> Option<NodeId> {
    normal.ids.get(id.0).copied().flatten()
}

/// The roots, and the definitions of their documents.
fn starts(graph: &Graph, normal: &Normal, roots: &[(String, SubId)]) -> Vec<NodeId> {
    let sources: Vec<u32> = roots
        .iter()
        .map(|(_, id)| graph.sub(*id).source.0)
        .collect();
    let in_a_root = |id: &&NodeId| {
        let at = usize::try_from(**id).unwrap_or(usize::MAX);
        normal
            .nodes
            .get(at)
            .is_some_and(|node| sources.contains(&node.source))
    };
    let definitions = normal.definitions.iter().filter(in_a_root).copied();
    let roots = roots.iter().filter_map(|(_, id)| id_of(normal, *id));
    roots.chain(definitions).collect()
}

fn reach(graph: &Graph, normal: &mut Normal, starts: Vec<NodeId>) -> Kept {
    let mut seen = vec![false; normal.nodes.len()];
    let mut scopes = vec![false; graph.resources.len()];
    let mut todo = starts;
    while let Some(id) = todo.pop() {
        let Ok(at) = usize::try_from(id) else {
            continue;
        };
        match seen.get_mut(at) {
            Some(seen) if !*seen => *seen = true,
            _ => continue,
        }
        let Some(node) = normal.nodes.get_mut(at) else {
            continue;
        };
        for check in &mut node.checks {
            each_node(&mut check.kind, &mut |id| todo.push(*id));
        }
        let Ok(scope) = usize::try_from(node.resource) else {
            continue;
        };
        if scopes
            .get_mut(scope)
            .is_some_and(|seen| !std::mem::replace(seen, true))
        {
            let anchors = &graph.resource(ResourceId(scope)).dynamic_anchors;
            let ids = anchors
                .iter()
                .map(|(_, id)| normal.ids.get(id.0).copied().flatten());
            todo.extend(ids.flatten());
        }
    }
    Kept {
        nodes: number(&seen),
        resources: number(&scopes),
    }
}

fn number(seen: &[bool]) -> Vec<Option<NodeId>> {
    let mut next = 0;
    let count = |seen: &bool| {
        let number = next;
        next += NodeId::from(*seen);
        seen.then_some(number)
    };
    seen.iter().map(count).collect()
}

fn resources(graph: &Graph, normal: &Normal, kept: &Kept) -> Vec<Resource> {
    let used = graph
        .resources
        .iter()
        .zip(&kept.resources)
        .filter(|(_, kept)| kept.is_some());
    used.map(|(resource, _)| {
        let anchors = resource.dynamic_anchors.iter().filter_map(|(name, id)| {
            let node = renumbered(&kept.nodes, id_of(normal, *id)?)?;
            Some((name.clone(), node))
        });
        Resource {
            dynamic_anchors: anchors.collect(),
        }
    })
    .collect()
}

fn places(graph: &Graph, normal: &Normal, kept: &[Option<NodeId>]) -> Places {
    let mut places = Places::default();
    let place = |id: SubId| (graph.sub(id).source, graph.sub(id).pointer.clone());
    for (uri, resource) in &graph.by_uri {
        let resource = graph.resource(*resource);
        places.named.insert(uri.clone(), place(resource.root));
        for (name, id) in &resource.anchors {
            places.named.insert(format!("{uri}#{name}"), place(*id));
        }
    }
    for at in 0..graph.subschemas.len() {
        let node = id_of(normal, SubId(at)).and_then(|node| renumbered(kept, node));
        if let Some(node) = node {
            places.nodes.insert(place(SubId(at)), node);
        }
    }
    for resource in &graph.resources {
        let root = graph.sub(resource.root);
        if !root.path.is_empty() {
            continue;
        }
        let (source, draft) = (root.source, resource.dialect.draft);
        let from_here = (source, Pointer::root())..;
        let first = places.nodes.range(from_here).next();
        let used = first.is_some_and(|((found, _), _)| *found == source);
        let uri = resource.uri.clone();
        places.documents.push(Document {
            source,
            uri,
            draft,
            used,
        });
    }
    places
}
