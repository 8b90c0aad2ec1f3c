//! The outcome.

use std::collections::BTreeMap;
use std::path::PathBuf;

use hit_runtime::Pointer;
use hit_runtime::check::{NodeId, Program};

use crate::diagnostic::Diagnostic;
use crate::dialect::Draft;
use crate::info::NodeInfo;
use crate::source::{SourceId, SourceMap};
use crate::uri;

/// Schemas, ready to be run and to be made into types.
#[derive(Clone, Debug, Default)]
pub struct Compiled {
    /// The checks. [`hit_runtime::check::Node::source`] is a [`SourceId`].
    pub program: Program,
    /// What each node says besides; parallel to the nodes of the program.
    pub info: Vec<NodeInfo>,
    /// The schemas that were asked for, in that order.
    pub roots: Vec<Root>,
    /// All documents that were read.
    pub sources: SourceMap,
    /// What is worth a look.
    pub warnings: Vec<Diagnostic>,
    /// The files that were read: a build has to watch them.
    pub loaded: Vec<PathBuf>,
    pub(crate) places: Places,
}

/// A schema that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    /// The name of its entry.
    pub name: String,
    /// Its own URI: its identifier, or else where it was found.
    pub uri: String,
    /// Its node.
    pub node: NodeId,
}

/// Where URIs lead.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    /// Resources by URI, and anchors by URI and fragment.
    pub(crate) named: BTreeMap<String, (SourceId, Pointer)>,
    pub(crate) nodes: BTreeMap<(SourceId, Pointer), NodeId>,
    pub(crate) documents: Vec<Document>,
}

/// A document as a whole.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub(crate) source: SourceId,
    /// Its identifier, or else where it was found.
    pub(crate) uri: String,
    pub(crate) draft: Draft,
    /// Whether the program has a node of it.
    pub(crate) used: bool,
}

impl Compiled {
    /// The node of a URI whose fragment is absent, an anchor or a JSON
    /// Pointer. `None` where there is no schema, or none that is used.
    pub fn node_at(&self, uri: &str) -> Option<NodeId> {
        if let Some(place) = self.places.named.get(uri.strip_suffix('#').unwrap_or(uri)) {
            return self.places.nodes.get(place).copied();
        }
        let (document, fragment) = uri::split_fragment(uri);
        let (source, root) = self.places.named.get(document)?;
        let below = uri::percent_decode(fragment?)?;
        let pointer = Pointer::from_escaped(format!("{root}{below}"));
        self.places.nodes.get(&(*source, pointer)).copied()
    }

    /// The node at a place of a document.
    pub fn node_in(&self, source: SourceId, pointer: &Pointer) -> Option<NodeId> {
        self.places.nodes.get(&(source, pointer.clone())).copied()
    }
}
