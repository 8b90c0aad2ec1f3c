//! Documents in files, under `file:` URIs.

use std::path::{Path, PathBuf};

use super::traits::{Load, LoadError, Loaded};
use crate::uri;

/// Reads `file:` URIs.
#[derive(Clone, Debug)]
pub struct FileLoader {
    base: PathBuf,
}

impl FileLoader {
    /// A loader that calls files below `base`, an absolute path, by their
    /// path relative to it, so that messages and generated code are the same
    /// wherever a project lies.
    pub fn new(base: impl Into<PathBuf>) -> Self {
        Self { base: base.into() }
    }
}

impl Load for FileLoader {
    fn load(&self, uri: &str) -> Result<Option<Loaded>, LoadError> {
        let Some(path) = file_path(uri) else {
            return Ok(None);
        };
        Ok(read(&path)?.map(|bytes| {
            let shown = path.strip_prefix(&self.base).unwrap_or(&path);
            Loaded {
                name: slashed(shown),
                path: Some(path.clone()),
                bytes,
            }
        }))
    }
}

/// The `file:` URI of an absolute path.
///
/// ```
/// # #[cfg(unix)]
/// assert_eq!(hit_schema::load::file_uri("/a b/c.json".as_ref()), "file:///a%20b/c.json");
/// ```
pub fn file_uri(path: &Path) -> String {
    let path = slashed(path);
    let rooted = if path.starts_with('/') {
        path
    } else {
        format!("/{path}")
    };
    format!("file://{}", uri::percent_encode_path(&rooted))
}

/// The path a `file:` URI of this host means.
fn file_path(uri: &str) -> Option<PathBuf> {
    let path = uri.strip_prefix("file://")?;
    let path = path.strip_prefix("localhost").unwrap_or(path);
    let path = uri::percent_decode(path)?;
    let drive = path.as_bytes().get(2) == Some(&b':');
    let path = if drive {
        path.trim_start_matches('/')
    } else {
        path.as_str()
    };
    Some(PathBuf::from(path))
}

/// The bytes of a file; `None` when there is no such file.
pub(super) fn read(path: &Path) -> Result<Option<Vec<u8>>, LoadError> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(LoadError {
            message: format!("{}: {error}", slashed(path)),
        }),
    }
}

/// A path with `/` between its parts on every system.
fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
