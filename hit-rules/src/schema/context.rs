//! `x-rules-context`: the schema of what comes from outside.

use hit_schema::load::{Load, LoadError, Loaded};
use hit_schema::{Compiled, Diagnostic, Diagnostics, Entry, Options, Source, compile, uri};

use serde_json::{Value, json};

use crate::schema::codes;
use crate::schema::places::places;

pub(super) const KEYWORD: &str = "x-rules-context";

/// The schemas of all contexts; `None` where there is none.
///
/// # Errors
/// What is wrong with them.
pub(super) fn contexts(
    compiled: &Compiled,
    loader: &dyn Load,
    options: &Options,
) -> Result<Option<Compiled>, Diagnostics> {
    let entry = |(name, reference): (String, Value)| Entry::text(name, reference.to_string());
    let entries: Vec<Entry> = references(compiled).into_iter().map(entry).collect();
    if entries.is_empty() {
        return Ok(None);
    }
    let loader = Served::new(compiled, loader);
    compile(&entries, &loader, options).map(Some)
}

/// One schema of what all contexts ask for; `None` where there is none.
pub fn context_entry(compiled: &Compiled) -> Option<Entry> {
    let mut references: Vec<Value> = Vec::new();
    for (_, reference) in self::references(compiled) {
        if !references.contains(&reference) {
            references.push(reference);
        }
    }
    let schema = match references.as_slice() {
        [] => return None,
        [one] => one.clone(),
        _ => json!({ "allOf": references }),
    };
    Some(Entry::text(KEYWORD, schema.to_string()))
}

/// The places of all contexts, each with a schema that refers to it.
fn references(compiled: &Compiled) -> Vec<(String, Value)> {
    let mut found: Vec<(String, Value)> = Vec::new();
    for place in places(compiled, KEYWORD) {
        let Some(source) = compiled.sources.get(place.origin.source) else {
            continue;
        };
        let fragment = uri::percent_encode_path(place.origin.pointer.as_str());
        let reference = json!({ "$ref": format!("{}#{fragment}", own_uri(source)) });
        let name = format!("{}#{}", source.name, place.origin.pointer);
        if found.iter().all(|(known, _)| *known != name) {
            found.push((name, reference));
        }
    }
    found
}

/// A message about contexts as a whole.
pub(super) fn wrong(compiled: &Compiled, message: String) -> Diagnostic {
    let wrong = Diagnostic::error(codes::BAD_CONTEXT, message);
    match places(compiled, KEYWORD).next() {
        Some(place) => wrong.at(place.origin.clone()),
        None => wrong,
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

/// Serves the documents that were read for a schema, and then what a loader finds.
pub struct Served<'c> {
    compiled: &'c Compiled,
    loader: &'c dyn Load,
}

impl<'c> Served<'c> {
    /// The documents of a schema before what `loader` finds.
    pub fn new(compiled: &'c Compiled, loader: &'c dyn Load) -> Self {
        Self { compiled, loader }
    }
}

impl Load for Served<'_> {
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
