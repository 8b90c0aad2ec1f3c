//! The contract of a loader.

use std::fmt;
use std::path::PathBuf;

/// A document that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// What people call it.
    pub name: String,
    /// The file, where it is one: what a build has to watch.
    pub path: Option<PathBuf>,
    /// Its bytes, which should be UTF-8.
    pub bytes: Vec<u8>,
}

/// A document is there and could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// Why.
    pub message: String,
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for LoadError {}

/// Finds the documents that references mean.
pub trait Load {
    /// The document of an absolute URI without fragment; `None` where this
    /// loader has none.
    ///
    /// # Errors
    /// When there is one and it cannot be read.
    fn load(&self, uri: &str) -> Result<Option<Loaded>, LoadError>;
}

impl<L: Load + ?Sized> Load for &L {
    fn load(&self, uri: &str) -> Result<Option<Loaded>, LoadError> {
        (**self).load(uri)
    }
}

impl<L: Load + ?Sized> Load for Box<L> {
    fn load(&self, uri: &str) -> Result<Option<Loaded>, LoadError> {
        (**self).load(uri)
    }
}

/// Finds nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoLoader;

impl Load for NoLoader {
    fn load(&self, _uri: &str) -> Result<Option<Loaded>, LoadError> {
        Ok(None)
    }
}
