//! References between the schemas of a store.

use std::path::PathBuf;

use hit_runtime::json::{Limits, parse_bytes};
use hit_schema::load::{Load, LoadError, Loaded};
use hit_schema::uri::{percent_decode, resolve, split_fragment};

/// Finds `NAME/schema.json` where a URI of the store names it, or one beside
/// the identifier of the schema that refers to it.
pub(crate) struct Store {
    folder: PathBuf,
    /// Starts of the URIs whose rest is `NAME` or `NAME.json`.
    fronts: Vec<String>,
}

const HOSTS: [&str; 3] = [
    "json.schemastore.org",
    "www.schemastore.org",
    "schemastore.org",
];

/// The URI of a schema of the store.
pub(crate) fn uri(name: &str) -> String {
    format!("https://{}/{name}.json", HOSTS[0])
}

impl Store {
    /// A store for one schema, whose own identifier tells what its relative
    /// references mean.
    pub(crate) fn new(folder: impl Into<PathBuf>, schema: &[u8]) -> Self {
        let of_host = |host: &&str| [format!("https://{host}/"), format!("http://{host}/")];
        let mut fronts: Vec<String> = HOSTS.iter().flat_map(of_host).collect();
        fronts.extend(folder_of_id(schema));
        Self {
            folder: folder.into(),
            fronts,
        }
    }

    /// The name that a URI has in the store.
    fn name(&self, uri: &str) -> Option<String> {
        let rest = self
            .fronts
            .iter()
            .find_map(|front| uri.strip_prefix(front))?;
        let name = percent_decode(rest.strip_suffix(".json").unwrap_or(rest))?;
        let plain = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\']);
        plain.then_some(name)
    }
}

impl Load for Store {
    fn load(&self, uri: &str) -> Result<Option<Loaded>, LoadError> {
        let Some(name) = self.name(uri) else {
            return Ok(None);
        };
        let path = self.folder.join(name).join("schema.json");
        let found = std::fs::read(&path).ok();
        Ok(found.map(|bytes| Loaded {
            name: uri.to_owned(),
            path: Some(path),
            bytes,
        }))
    }
}

/// The folder of the identifier of a schema, where it has an absolute one.
fn folder_of_id(schema: &[u8]) -> Option<String> {
    let tree = parse_bytes(schema, &Limits { depth: 512 }).ok()?;
    let id = tree.get("$id").or_else(|| tree.get("id"))?.as_str()?;
    let (id, _) = split_fragment(id);
    id.contains("://").then(|| resolve(id, "."))
}

#[cfg(test)]
mod tests {
    use super::Store;

    #[test]
    fn names_in_the_store() {
        let store = Store::new("corpus", br#"{"$id": "https://a.example/s/own.json"}"#);
        for (uri, name) in [
            ("https://json.schemastore.org/base.json", Some("base")),
            ("http://json.schemastore.org/base", Some("base")),
            ("https://www.schemastore.org/a-1.0.json", Some("a-1.0")),
            ("https://a.example/s/beside.json", Some("beside")),
            ("https://a.example/t/beside.json", None),
            ("https://json.schemastore.org/a/b.json", None),
            ("https://json.schemastore.org/..%2Fx", None),
            ("https://json.schemastore.org/", None),
        ] {
            assert_eq!(store.name(uri).as_deref(), name, "{uri}");
        }
    }
}
