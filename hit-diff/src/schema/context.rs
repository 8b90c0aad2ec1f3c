//! The schema of what rules ask for from outside.

use hit_schema::load::{Load, LoadError, Loaded};
use hit_schema::{Compiled, Entry, Source, uri};
use serde_json::{Value, json};

const KEYWORD: &str = "x-rules-context";

/// An entry that describes what all `x-rules-context` of a schema ask for;
/// `None` where there is none.
pub(super) fn entry(compiled: &Compiled) -> Option<Entry> {
    let places = compiled.info.iter().flat_map(|info| &info.extensions);
    let places = places.filter(|(name, ..)| name == KEYWORD);
    let mut references: Vec<Value> = Vec::new();
    for (_, _, origin) in places {
        let source = compiled.sources.get(origin.source)?;
        let fragment = uri::percent_encode_path(origin.pointer.as_str());
        let reference = json!({ "$ref": format!("{}#{fragment}", own_uri(source)) });
        if !references.contains(&reference) {
            references.push(reference);
        }
    }
    match references.len() {
        0 => None,
        1 => references
            .pop()
            .map(|one| Entry::text("context", one.to_string())),
        _ => Some(Entry::text(
            "context",
            json!({ "allOf": references }).to_string(),
        )),
    }
}

/// The URI of a document: its identifier, or else where it was found.
fn own_uri(source: &Source) -> String {
    let tree = source.tree.as_ref();
    let id = tree
        .and_then(|tree| tree.get("$id").or_else(|| tree.get("id")))
        .and_then(|id| id.as_str());
    let resolved = id.map(|id| uri::resolve(&source.uri, id));
    let own = resolved.unwrap_or_else(|| source.uri.clone());
    uri::split_fragment(&own).0.to_owned()
}

/// Serves the documents that were read for a schema, and then what a loader
/// finds.
pub(super) struct Known<'c> {
    pub(super) compiled: &'c Compiled,
    pub(super) loader: &'c dyn Load,
}

impl Load for Known<'_> {
    fn load(&self, uri: &str) -> Result<Option<Loaded>, LoadError> {
        let mut sources = self.compiled.sources.iter();
        let found = sources.find(|(_, source)| own_uri(source) == uri || source.uri == uri);
        let Some((_, source)) = found else {
            return self.loader.load(uri);
        };
        Ok(Some(Loaded {
            name: source.name.clone(),
            path: source.path.clone(),
            bytes: source.text.clone().into_bytes(),
        }))
    }
}
