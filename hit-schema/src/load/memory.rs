//! Documents held in memory.

use std::collections::BTreeMap;

use super::traits::{Load, LoadError, Loaded};

/// Documents by their URI.
#[derive(Clone, Debug, Default)]
pub struct MemoryLoader {
    documents: BTreeMap<String, String>,
}

impl MemoryLoader {
    /// A loader without documents.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with one more document.
    #[must_use]
    pub fn with(mut self, uri: impl Into<String>, text: impl Into<String>) -> Self {
        self.documents.insert(uri.into(), text.into());
        self
    }
}

impl Load for MemoryLoader {
    fn load(&self, uri: &str) -> Result<Option<Loaded>, LoadError> {
        Ok(self.documents.get(uri).map(|text| Loaded {
            name: uri.to_owned(),
            path: None,
            bytes: text.clone().into_bytes(),
        }))
    }
}
