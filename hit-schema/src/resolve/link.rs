//! From references to the schemas they mean, reading documents on the way.

use std::collections::HashSet;

use hit_runtime::Pointer;
use hit_runtime::json::{Json, Node};

use super::children::children;
use super::dialects::Dialects;
use super::documents::{self, Raw};
use super::graph::{Graph, RefKind, ResourceId, SubId};
use super::reference::{Found, follow};
use super::scan::Scanner;
use crate::codes;
use crate::diagnostic::{Diagnostic, Sink};
use crate::dialect::{Dialect, Draft};
use crate::load::Load;
use crate::source::{Origin, SourceId};
use crate::uri;

/// A document to start from.
#[derive(Clone, Debug)]
pub struct Start {
    /// Its name.
    pub name: String,
    /// The absolute URI it is found under.
    pub uri: String,
    /// Its file, where it is one.
    pub path: Option<std::path::PathBuf>,
    /// Its bytes; absent when it has to be loaded.
    pub bytes: Option<Vec<u8>>,
}

/// The graph and the root schemas of the documents that were asked for, in
/// their order; `None` for those that could not be read.
#[derive(Debug, Default)]
pub struct Resolved {
    /// All schemas.
    pub graph: Graph,
    /// The roots.
    pub roots: Vec<Option<SubId>>,
}

/// Reads the documents and all they refer to.
pub fn resolve(
    starts: Vec<Start>,
    loader: &dyn Load,
    draft: Draft,
    depth: usize,
    sink: &mut Sink,
) -> Resolved {
    let mut linker = Linker {
        graph: Graph::default(),
        dialects: Dialects::default(),
        loader,
        depth,
        sink,
        failed: HashSet::new(),
        todo: Vec::new(),
    };
    let dialect = Dialect::of(draft);
    let sources: Vec<_> = starts
        .into_iter()
        .map(|start| linker.start(start))
        .collect();
    for (source, uri) in sources.iter().flatten() {
        linker.scan(*source, uri, dialect);
    }
    let root = |found: &Option<(SourceId, String)>| {
        found
            .as_ref()
            .and_then(|(source, _)| linker.graph.at(*source, &Pointer::root()))
    };
    let roots: Vec<_> = sources.iter().map(root).collect();
    linker.todo.extend(roots.iter().rev().flatten());
    while let Some(next) = linker.todo.pop() {
        linker.link(next);
    }
    Resolved {
        graph: linker.graph,
        roots,
    }
}

struct Linker<'a> {
    graph: Graph,
    dialects: Dialects,
    loader: &'a dyn Load,
    depth: usize,
    sink: &'a mut Sink,
    /// URIs of documents that were read and are no JSON.
    failed: HashSet<String>,
    todo: Vec<SubId>,
}

impl Linker<'_> {
    fn start(&mut self, start: Start) -> Option<(SourceId, String)> {
        let Start {
            name,
            uri,
            path,
            bytes,
        } = start;
        let raw = match bytes {
            Some(bytes) => Raw {
                name,
                uri: uri.clone(),
                path,
                bytes,
            },
            None => match documents::find(&uri, self.loader) {
                Ok(Some(raw)) => Raw {
                    name,
                    path: raw.path.or(path),
                    ..raw
                },
                Ok(None) => {
                    let message = format!("there is no document \"{name}\"");
                    self.sink.push(Diagnostic::error(codes::NOT_FOUND, message));
                    return None;
                }
                Err(message) => {
                    let message = format!("\"{name}\" cannot be read: {message}");
                    self.sink
                        .push(Diagnostic::error(codes::NOT_LOADED, message));
                    return None;
                }
            },
        };
        let source = documents::read(raw, self.depth, &mut self.graph.sources, self.sink);
        Some((source, uri))
    }

    fn scan(&mut self, source: SourceId, uri: &str, inherited: Dialect) {
        self.scanner().document(source, uri, inherited);
    }

    fn scanner(&mut self) -> Scanner<'_> {
        Scanner {
            graph: &mut self.graph,
            dialects: &mut self.dialects,
            loader: self.loader,
            sink: self.sink,
        }
    }

    /// Resolves the references of a schema and puts all it needs on the list.
    fn link(&mut self, id: SubId) {
        let Some(sub) = self.graph.subschemas.get_mut(id.0) else {
            return;
        };
        if std::mem::replace(&mut sub.linked, true) {
            return;
        }
        let source = sub.source;
        let pointer = sub.pointer.clone();
        let Some(held) = self.graph.sources.get(source).cloned() else {
            return;
        };
        let Some(tree) = &held.tree else { return };
        let Some(node) = super::graph::step(tree, &self.graph.sub(id).path) else {
            return;
        };
        let dialect = self.graph.resource_of(id).dialect;
        let mut next = Vec::new();
        for child in children(&dialect, node) {
            let mut below = pointer.as_str().to_owned();
            below.push_str(child.pointer.as_str());
            next.extend(self.graph.at(source, &Pointer::from_escaped(below)));
        }
        for (kind, name, text) in references(&dialect, node) {
            let origin = self.graph.keyword_origin(id, name);
            match self.target(id, kind, text, &origin) {
                Ok(Some(target)) => {
                    if let Some(sub) = self.graph.subschemas.get_mut(id.0) {
                        sub.targets.push((kind, target));
                    }
                    next.push(target);
                }
                Ok(None) => {}
                Err(diagnostic) => self.sink.push(diagnostic.at(origin)),
            }
        }
        next.extend(self.dynamic_anchors(id));
        self.todo.extend(next.into_iter().rev());
    }

    /// The schemas a dynamic reference may land on because `id` is in scope.
    fn dynamic_anchors(&self, id: SubId) -> Vec<SubId> {
        let anchors = &self.graph.resource_of(id).dynamic_anchors;
        let pending = |id: &SubId| !self.graph.sub(*id).linked;
        anchors
            .iter()
            .map(|(_, anchor)| *anchor)
            .filter(pending)
            .collect()
    }

    /// What a reference means. `None` where it means nothing until it is
    /// evaluated, as a dynamic reference of version 1 may.
    fn target(
        &mut self,
        from: SubId,
        kind: RefKind,
        text: &str,
        origin: &Origin,
    ) -> Result<Option<SubId>, Box<Diagnostic>> {
        let resource = self.graph.resource_of(from);
        let dialect = resource.dialect;
        if kind == RefKind::Dynamic && dialect.draft == Draft::V1 {
            let name = text.trim_start_matches('#');
            return Ok(resource.anchors.get(name).copied());
        }
        let absolute = uri::resolve(&resource.uri, text);
        let (document, fragment) = uri::split_fragment(&absolute);
        self.check_fragment(fragment, origin);
        let resource = match self.graph.by_uri.get(document) {
            Some(found) => *found,
            None => self.load(document, text, dialect)?,
        };
        match follow(&self.graph, resource, fragment)? {
            Found::Schema(found) => Ok(Some(found)),
            Found::Place {
                source,
                pointer,
                path,
                resource,
            } => {
                self.scanner()
                    .place(source, pointer.clone(), path, resource);
                match self.graph.at(source, &pointer) {
                    Some(found) => Ok(Some(found)),
                    None => {
                        let message = "the reference leads nowhere";
                        Err(Diagnostic::error(codes::DANGLING_POINTER, message).into())
                    }
                }
            }
        }
    }

    fn check_fragment(&mut self, fragment: Option<&str>, origin: &Origin) {
        let Some(fragment) = fragment else { return };
        let message = match uri::unescaped(fragment) {
            Some(c) => format!("`{c}` has to be percent-encoded in a reference"),
            None if uri::percent_decode(fragment).is_none() => {
                "a `%` in a reference is followed by two hexadecimal digits".to_owned()
            }
            None => return,
        };
        let encoded = uri::percent_encode_path(fragment);
        self.sink.push(
            Diagnostic::warning(codes::BAD_REFERENCE, message)
                .at(origin.clone())
                .help(format!("read as written; strictly it is \"#{encoded}\"")),
        );
    }

    /// Reads the document of a URI and gives its resource.
    fn load(
        &mut self,
        document: &str,
        text: &str,
        inherited: Dialect,
    ) -> Result<ResourceId, Box<Diagnostic>> {
        if self.failed.contains(document) {
            return Err(no_json(document).into());
        }
        let raw = match documents::find(document, self.loader) {
            Ok(Some(raw)) => raw,
            Ok(None) => {
                let message = format!("the document \"{document}\" is not available");
                let diagnostic = Diagnostic::error(codes::NOT_FOUND, message);
                return Err(diagnostic
                    .help(format!(
                        "\"{text}\" is not fetched from the network: map the URI to a file"
                    ))
                    .into());
            }
            Err(message) => {
                let message = format!("\"{document}\" cannot be read: {message}");
                return Err(Diagnostic::error(codes::NOT_LOADED, message).into());
            }
        };
        let source = documents::read(raw, self.depth, &mut self.graph.sources, self.sink);
        self.scan(source, document, inherited);
        self.graph.by_uri.get(document).copied().ok_or_else(|| {
            self.failed.insert(document.to_owned());
            no_json(document).into()
        })
    }
}

fn no_json(document: &str) -> Diagnostic {
    let message = format!("the document \"{document}\" is not a JSON text");
    Diagnostic::error(codes::NOT_LOADED, message)
}

/// The references of a schema: keyword and text.
fn references<'n>(dialect: &Dialect, node: &'n Node) -> Vec<(RefKind, &'static str, &'n str)> {
    let Json::Object(members) = &node.value else {
        return Vec::new();
    };
    let found = members.iter().filter_map(|member| {
        let keyword = dialect.keyword(&member.name)?;
        Some((
            RefKind::of(keyword.meaning)?,
            keyword.name,
            member.value.as_str()?,
        ))
    });
    found.collect()
}
