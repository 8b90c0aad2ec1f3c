//! Documents and places in them.

use std::path::PathBuf;
use std::sync::Arc;

use hit_runtime::json::Node;
use hit_runtime::{Pointer, Span};

/// Index of a [`Source`] in its [`SourceMap`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// A document that was read.
#[derive(Debug)]
pub struct Source {
    /// What people call it: a path as it was given, or a URI.
    pub name: String,
    /// The URI it was found under.
    pub uri: String,
    /// The file, where it is one.
    pub path: Option<PathBuf>,
    /// Its text; empty where it is not UTF-8.
    pub text: String,
    /// Its tree; absent where it is not JSON.
    pub tree: Option<Node>,
}

/// All documents that were read, in the order of reading.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    sources: Vec<Arc<Source>>,
}

impl SourceMap {
    /// Adds a document.
    pub fn add(&mut self, source: Source) -> SourceId {
        let id = SourceId(u32::try_from(self.sources.len()).unwrap_or(u32::MAX));
        self.sources.push(Arc::new(source));
        id
    }

    /// The document of an id.
    pub fn get(&self, id: SourceId) -> Option<&Arc<Source>> {
        self.sources.get(usize::try_from(id.0).ok()?)
    }

    /// The name of a document, empty for an id of another map.
    pub fn name(&self, id: SourceId) -> &str {
        self.get(id).map_or("", |source| &source.name)
    }

    /// The tree of a document.
    pub fn tree(&self, id: SourceId) -> Option<&Node> {
        self.get(id)?.tree.as_ref()
    }

    /// All documents with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Arc<Source>)> {
        (0..).map(SourceId).zip(&self.sources)
    }
}

/// A place in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The document.
    pub source: SourceId,
    /// The value.
    pub pointer: Pointer,
    /// The stretch of text.
    pub span: Span,
}
