//! Walking a document: which schemas stand where, and what they are called.

use std::collections::hash_map::Entry;

use hit_runtime::Pointer;
use hit_runtime::json::{Member, Node};

use super::children::children;
use super::dialects::Dialects;
use super::graph::{Graph, Resource, ResourceId, SubId, Subschema};
use super::identify::{Identity, identify};
use crate::codes;
use crate::diagnostic::{Diagnostic, Sink};
use crate::dialect::Dialect;
use crate::load::Load;
use crate::source::{Origin, SourceId};
use crate::uri;

/// What a walk needs at hand.
pub(super) struct Scanner<'a> {
    pub(super) graph: &'a mut Graph,
    pub(super) dialects: &'a mut Dialects,
    pub(super) loader: &'a dyn Load,
    pub(super) sink: &'a mut Sink,
}

/// A place that awaits its turn.
struct Todo<'n> {
    node: &'n Node,
    pointer: Pointer,
    path: Vec<u32>,
    within: Within,
}

/// What a schema inherits.
#[derive(Clone)]
enum Within {
    /// It is the root of a document found under this URI.
    Document(String, Dialect),
    /// It is part of this resource.
    Resource(ResourceId),
}

impl Scanner<'_> {
    /// Registers everything in a document.
    pub(super) fn document(&mut self, source: SourceId, uri: &str, inherited: Dialect) {
        let Some(held) = self.graph.sources.get(source).cloned() else {
            return;
        };
        let Some(tree) = &held.tree else { return };
        let within = Within::Document(uri.to_owned(), inherited);
        self.walk(
            source,
            Todo {
                node: tree,
                pointer: Pointer::root(),
                path: Vec::new(),
                within,
            },
        );
    }

    /// Registers everything at and below a place that no keyword declares to
    /// be a schema, but a reference does.
    pub(super) fn place(
        &mut self,
        source: SourceId,
        pointer: Pointer,
        path: Vec<u32>,
        resource: ResourceId,
    ) {
        let Some(held) = self.graph.sources.get(source).cloned() else {
            return;
        };
        let Some(tree) = &held.tree else { return };
        let Some(node) = super::graph::step(tree, &path) else {
            return;
        };
        self.walk(
            source,
            Todo {
                node,
                pointer,
                path,
                within: Within::Resource(resource),
            },
        );
    }

    fn walk(&mut self, source: SourceId, start: Todo<'_>) {
        let mut todo = vec![start];
        while let Some(next) = todo.pop() {
            if self.graph.at(source, &next.pointer).is_some() {
                continue;
            }
            let resource = self.register(source, &next);
            let dialect = self.graph.resource(resource).dialect;
            for child in children(&dialect, next.node).into_iter().rev() {
                let mut pointer = next.pointer.as_str().to_owned();
                pointer.push_str(child.pointer.as_str());
                todo.push(Todo {
                    node: child.node,
                    pointer: Pointer::from_escaped(pointer),
                    path: next.path.iter().copied().chain(child.path).collect(),
                    within: Within::Resource(resource),
                });
            }
        }
    }

    /// Adds one schema; gives the resource it turns out to belong to.
    fn register(&mut self, source: SourceId, todo: &Todo<'_>) -> ResourceId {
        let dialect = self.dialect(source, todo);
        let identity = identify(&dialect, todo.node);
        let id = SubId(self.graph.subschemas.len());
        let at = |member: &Member| Origin {
            source,
            pointer: todo.pointer.join(&member.name),
            span: member.value.span,
        };
        if let Some(member) = identity.fragment {
            let message = format!("`{}` must have no fragment", member.name);
            self.sink.push(
                Diagnostic::error(codes::BAD_VALUE, message)
                    .at(at(member))
                    .help("a name within the document is an `$anchor`"),
            );
        }
        let resource = match (&todo.within, identity.id) {
            (Within::Resource(resource), None) => *resource,
            (Within::Resource(parent), Some((text, member))) => {
                let uri = uri::resolve(&self.graph.resource(*parent).uri, text);
                self.resource(id, &[uri], dialect, Some(at(member)))
            }
            (Within::Document(found, _), identity) => {
                let own = identity.map(|(text, _)| uri::resolve(found, text));
                let uris: Vec<_> = own.into_iter().chain([found.clone()]).collect();
                let origin = identity.map(|(_, member)| at(member));
                self.resource(id, &uris, dialect, origin)
            }
        };
        self.graph.add(Subschema {
            source,
            pointer: todo.pointer.clone(),
            path: todo.path.clone(),
            resource,
            targets: Vec::new(),
            linked: false,
        });
        self.anchors(id, resource, &identity, at);
        resource
    }

    /// The dialect of a schema: that of its `$schema`, which only counts at
    /// the root of a resource, else the one around it.
    fn dialect(&mut self, source: SourceId, todo: &Todo<'_>) -> Dialect {
        let inherited = match &todo.within {
            Within::Document(_, dialect) => *dialect,
            Within::Resource(resource) => self.graph.resource(*resource).dialect,
        };
        let Some(member) = todo.node.member("$schema") else {
            return inherited;
        };
        let Some(name) = member.value.as_str() else {
            return inherited;
        };
        let embedded = matches!(todo.within, Within::Resource(_));
        let id = |keyword: &str| {
            todo.node
                .get(keyword)
                .is_some_and(|id| id.as_str().is_some())
        };
        if embedded && !id("$id") && !id("id") {
            return inherited;
        }
        match self.dialects.of(name, self.loader) {
            Ok(dialect) => dialect,
            Err(diagnostic) => {
                let pointer = todo.pointer.join(&member.name);
                let span = member.value.span;
                self.sink.push(diagnostic.at(Origin {
                    source,
                    pointer,
                    span,
                }));
                inherited
            }
        }
    }

    /// Adds a resource under its URIs.
    fn resource(
        &mut self,
        root: SubId,
        uris: &[String],
        dialect: Dialect,
        origin: Option<Origin>,
    ) -> ResourceId {
        let id = ResourceId(self.graph.resources.len());
        for (index, uri) in uris.iter().enumerate() {
            match self.graph.by_uri.entry(uri.clone()) {
                Entry::Vacant(free) => {
                    free.insert(id);
                }
                Entry::Occupied(taken) if index == 0 => {
                    let first = taken.get();
                    let first = self
                        .graph
                        .resources
                        .get(first.0)
                        .map(|resource| resource.root);
                    let message = format!("a second schema is identified by \"{uri}\"");
                    let mut diagnostic = Diagnostic::error(codes::DUPLICATE_ID, message);
                    diagnostic.origin = origin.clone();
                    if let Some(first) = first {
                        diagnostic = diagnostic.also(self.graph.origin(first), "the first one");
                    }
                    self.sink.push(diagnostic);
                }
                Entry::Occupied(_) => {}
            }
        }
        self.graph.resources.push(Resource {
            uri: uris.first().cloned().unwrap_or_default(),
            root,
            dialect,
            anchors: Default::default(),
            dynamic_anchors: Vec::new(),
        });
        id
    }

    fn anchors(
        &mut self,
        id: SubId,
        resource: ResourceId,
        identity: &Identity<'_>,
        at: impl Fn(&Member) -> Origin,
    ) {
        for (name, member) in &identity.anchors {
            let Some(held) = self.graph.resources.get_mut(resource.0) else {
                return;
            };
            let first = *held.anchors.entry((*name).to_owned()).or_insert(id);
            if first != id {
                let message = format!("a second anchor is called \"{name}\" in this resource");
                self.sink.push(
                    Diagnostic::error(codes::DUPLICATE_ID, message)
                        .at(at(member))
                        .also(self.graph.origin(first), "the first one"),
                );
            }
        }
        let Some(held) = self.graph.resources.get_mut(resource.0) else {
            return;
        };
        if let Some((name, _)) = identity.dynamic {
            held.dynamic_anchors.push((name.to_owned(), id));
        }
        if identity.recursive && held.root == id {
            held.dynamic_anchors.push((String::new(), id));
        }
    }
}
