//! The graph of subschemas as plain data.

use std::collections::HashMap;

use hit_runtime::json::{Json, Node};
use hit_runtime::{Pointer, Span};

use crate::dialect::{Dialect, Meaning};
use crate::source::{Origin, SourceId, SourceMap};

/// Index of a [`Subschema`] in its [`Graph`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SubId(pub usize);

/// Index of a [`Resource`] in its [`Graph`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ResourceId(pub usize);

/// The keywords that refer to another subschema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefKind {
    /// `$ref`
    Static,
    /// `$dynamicRef`
    Dynamic,
    /// `$recursiveRef`
    Recursive,
}

impl RefKind {
    /// The kind of a keyword that refers.
    pub fn of(meaning: Meaning) -> Option<Self> {
        match meaning {
            Meaning::Ref => Some(Self::Static),
            Meaning::DynamicRef => Some(Self::Dynamic),
            Meaning::RecursiveRef => Some(Self::Recursive),
            _ => None,
        }
    }
}

/// A place where a schema stands.
#[derive(Clone, Debug)]
pub struct Subschema {
    /// Its document.
    pub source: SourceId,
    /// Where in the document.
    pub pointer: Pointer,
    /// The same as positions among members and items.
    pub path: Vec<u32>,
    /// The resource it belongs to.
    pub resource: ResourceId,
    /// What its references mean, filled in when it is linked.
    pub targets: Vec<(RefKind, SubId)>,
    /// Whether it is used, or part of a document that was asked for.
    pub linked: bool,
}

/// A schema resource (JSON Schema 2020-12 core, section 4.3.5).
#[derive(Clone, Debug)]
pub struct Resource {
    /// Its URI, without fragment.
    pub uri: String,
    /// Its root schema.
    pub root: SubId,
    /// Its dialect.
    pub dialect: Dialect,
    /// All anchors, dynamic ones included.
    pub anchors: HashMap<String, SubId>,
    /// `$dynamicAnchor`s in the order of the text; the empty name is
    /// `$recursiveAnchor: true`.
    pub dynamic_anchors: Vec<(String, SubId)>,
}

/// All that was read.
#[derive(Debug, Default)]
pub struct Graph {
    /// The documents.
    pub sources: SourceMap,
    /// The subschemas.
    pub subschemas: Vec<Subschema>,
    /// The resources.
    pub resources: Vec<Resource>,
    /// Resources by the URIs they can be found under.
    pub by_uri: HashMap<String, ResourceId>,
    index: HashMap<SourceId, HashMap<Pointer, SubId>>,
}

static MISSING: Node = Node {
    span: Span {
        start: 0,
        end: 0,
        line: 1,
        column: 1,
    },
    value: Json::Null,
};

impl Graph {
    /// Adds a subschema at a place that has none yet.
    pub fn add(&mut self, subschema: Subschema) -> SubId {
        let id = SubId(self.subschemas.len());
        let of_source = self.index.entry(subschema.source).or_default();
        of_source.insert(subschema.pointer.clone(), id);
        self.subschemas.push(subschema);
        id
    }

    /// The subschema at a place.
    pub fn at(&self, source: SourceId, pointer: &Pointer) -> Option<SubId> {
        self.index.get(&source)?.get(pointer).copied()
    }

    /// A subschema; ids come from this graph only.
    pub fn sub(&self, id: SubId) -> &Subschema {
        self.subschemas.get(id.0).expect("an id of this graph")
    }

    /// A resource; ids come from this graph only.
    pub fn resource(&self, id: ResourceId) -> &Resource {
        self.resources.get(id.0).expect("an id of this graph")
    }

    /// The resource a subschema belongs to.
    pub fn resource_of(&self, id: SubId) -> &Resource {
        self.resource(self.sub(id).resource)
    }

    /// The text tree of a subschema.
    pub fn node(&self, id: SubId) -> &Node {
        let sub = self.sub(id);
        self.sources
            .tree(sub.source)
            .and_then(|tree| step(tree, &sub.path))
            .unwrap_or(&MISSING)
    }

    /// Where a subschema stands.
    pub fn origin(&self, id: SubId) -> Origin {
        let sub = self.sub(id);
        let span = self.node(id).span;
        Origin {
            source: sub.source,
            pointer: sub.pointer.clone(),
            span,
        }
    }

    /// Where the keyword of a subschema stands: its value.
    pub fn keyword_origin(&self, id: SubId, keyword: &str) -> Origin {
        let sub = self.sub(id);
        let node = self.node(id);
        let span = node.get(keyword).unwrap_or(node).span;
        Origin {
            source: sub.source,
            pointer: sub.pointer.join(keyword),
            span,
        }
    }
}

/// Follows positions among members and items.
pub(super) fn step<'n>(node: &'n Node, path: &[u32]) -> Option<&'n Node> {
    path.iter().try_fold(node, |node, &at| {
        let at = usize::try_from(at).ok()?;
        match &node.value {
            Json::Array(items) => items.get(at),
            Json::Object(members) => members.get(at).map(|member| &member.value),
            _ => None,
        }
    })
}
