//! References between the schemas of the store.

use std::path::PathBuf;

use hit_schema::load::{Load, LoadError, Loaded};

/// Finds `NAME/schema.json` under the URIs of the store.
pub(crate) struct Store(pub(crate) PathBuf);

const FRONTS: [&str; 2] = [
    "https://json.schemastore.org/",
    "https://www.schemastore.org/",
];

/// The URI of a schema of the store.
pub(crate) fn uri(name: &str) -> String {
    format!("{}{name}.json", FRONTS[0])
}

impl Load for Store {
    fn load(&self, uri: &str) -> Result<Option<Loaded>, LoadError> {
        let Some(name) = FRONTS.iter().find_map(|front| uri.strip_prefix(front)) else {
            return Ok(None);
        };
        let name = name.strip_suffix(".json").unwrap_or(name);
        let path = self.0.join(name).join("schema.json");
        let found = std::fs::read(&path).ok();
        Ok(found.map(|bytes| Loaded {
            name: uri.to_owned(),
            path: Some(path),
            bytes,
        }))
    }
}
