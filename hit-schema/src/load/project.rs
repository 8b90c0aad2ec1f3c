//! Where the documents of a schema are found: in files, never on the network.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use super::file::{FileLoader, file_uri};
use super::map::MapLoader;
use super::traits::{Load, LoadError, Loaded};
use crate::uri::split_fragment;
use hit_runtime::json::{Limits, parse_bytes};

/// Finds documents in files: where a mapping says, or beside a document that was read.
///
/// A schema is often stored under a path and refers to its neighbors by the
/// URI of its `$id`. So the folder of the `$id` of every file read is taken
/// for the folder of the file, unless a mapping says otherwise.
#[derive(Debug)]
pub struct ProjectLoader {
    files: FileLoader,
    base: PathBuf,
    mapped: MapLoader,
    beside: RefCell<Vec<(String, PathBuf)>>,
}

impl ProjectLoader {
    /// A loader with explicit mappings. Messages call files below `base` by their path from there.
    pub fn new(base: PathBuf, mapped: MapLoader) -> Self {
        Self {
            files: FileLoader::new(base.clone()),
            base,
            mapped,
            beside: RefCell::default(),
        }
    }

    /// A file that was read: its neighbors are known by its `$id` from now on.
    fn learn(&self, loaded: &Loaded) {
        let Some(folder) = loaded.path.as_deref().and_then(Path::parent) else {
            return;
        };
        let Some(id_folder) = folder_of_id(&loaded.bytes) else {
            return;
        };
        let entry = (id_folder, folder.to_owned());
        let mut beside = self.beside.borrow_mut();
        if !beside.contains(&entry) {
            beside.push(entry);
        }
    }

    fn neighbor(&self, uri: &str) -> Result<Option<Loaded>, LoadError> {
        for (prefix, folder) in self.beside.borrow().iter() {
            if let Some(loaded) = MapLoader::new().folder(prefix, folder).load(uri)? {
                return Ok(Some(loaded));
            }
        }
        Ok(None)
    }

    /// The same document called by its path, which people can open.
    fn by_path(&self, loaded: Loaded) -> Result<Loaded, LoadError> {
        let Some(path) = &loaded.path else {
            return Ok(loaded);
        };
        let named = self.files.load(&file_uri(&self.base.join(path)))?;
        Ok(named.unwrap_or(loaded))
    }
}

impl Load for ProjectLoader {
    fn load(&self, uri: &str) -> Result<Option<Loaded>, LoadError> {
        let found = match self.mapped.load(uri)? {
            Some(loaded) => Some(loaded),
            None => match self.files.load(uri)? {
                Some(loaded) => Some(loaded),
                None => self.neighbor(uri)?,
            },
        };
        let Some(loaded) = found else { return Ok(None) };
        let loaded = self.by_path(loaded)?;
        self.learn(&loaded);
        Ok(Some(loaded))
    }
}

/// The URI up to the last `/` of the `$id` of a document (`id` in old drafts), where it is absolute.
fn folder_of_id(bytes: &[u8]) -> Option<String> {
    let tree = parse_bytes(bytes, &Limits { depth: 512 }).ok()?;
    let id = tree.get("$id").or_else(|| tree.get("id"))?.as_str()?;
    let (id, _) = split_fragment(id);
    let authority = id.find("://")? + 3;
    let path = id.get(authority..)?;
    let end = authority + path.rfind('/')? + 1;
    id.get(..end).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::folder_of_id;

    #[test]
    fn folders_of_identifiers() {
        for (text, folder) in [
            (
                r#"{"$id": "https://a.example/b/c.json#"}"#,
                Some("https://a.example/b/"),
            ),
            (
                r#"{"id": "http://a.example/c.json"}"#,
                Some("http://a.example/"),
            ),
            (r#"{"$id": "https://a.example"}"#, None),
            (r#"{"$id": "c.json"}"#, None),
            (r#"{"$id": 1}"#, None),
            ("true", None),
            ("{", None),
        ] {
            assert_eq!(folder_of_id(text.as_bytes()).as_deref(), folder, "{text}");
        }
    }
}
