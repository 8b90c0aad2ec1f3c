//! Several loaders, one after the other.

use super::traits::{Load, LoadError, Loaded};

/// Asks its loaders in order; the first that has the document serves it.
#[derive(Default)]
pub struct ChainLoader {
    loaders: Vec<Box<dyn Load>>,
}

impl ChainLoader {
    /// A chain without loaders.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same chain with one more loader at its end.
    #[must_use]
    pub fn with(mut self, loader: impl Load + 'static) -> Self {
        self.loaders.push(Box::new(loader));
        self
    }
}

impl Load for ChainLoader {
    fn load(&self, uri: &str) -> Result<Option<Loaded>, LoadError> {
        for loader in &self.loaders {
            if let Some(loaded) = loader.load(uri)? {
                return Ok(Some(loaded));
            }
        }
        Ok(None)
    }
}
