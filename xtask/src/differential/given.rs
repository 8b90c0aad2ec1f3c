//! Schemas of the corpus, to be changed.

use std::path::Path;

use hit_prove::{DRAFTS, Given};
use hit_schema::Draft;
use serde_json::Value;

use crate::place;
use crate::suite::folder;

/// A schema and its documents take so many bytes at most: larger ones take
/// long and say no more.
const BYTES: usize = 20_000;

/// Those of the official suite and of the store, as far as they are there.
pub(crate) fn given() -> Vec<Given> {
    let mut given = Vec::new();
    if let Some(suite) = place::corpus("json-schema-test-suite") {
        given.extend(
            DRAFTS
                .into_iter()
                .flat_map(|draft| of_suite(&suite.join("tests").join(folder(draft)), draft)),
        );
    }
    if let Some(store) = place::corpus("schemastore") {
        given.extend(
            place::folders(&store)
                .iter()
                .filter_map(|folder| of_store(folder)),
        );
    }
    given
}

fn of_suite(folder: &Path, draft: Draft) -> Vec<Given> {
    let mut given = Vec::new();
    for path in place::files(folder, "json") {
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let groups: Vec<Value> = serde_json::from_str(&text).unwrap_or_default();
        given.extend(groups.iter().filter_map(|group| {
            let tests = group["tests"].as_array()?;
            Some(Given {
                draft,
                schema: with_dialect(&group["schema"], draft),
                documents: tests.iter().map(|test| test["data"].clone()).collect(),
            })
        }));
    }
    given
}

/// A schema that says which draft it is of.
fn with_dialect(schema: &Value, draft: Draft) -> Value {
    let mut schema = schema.clone();
    if let Value::Object(members) = &mut schema {
        members
            .entry("$schema")
            .or_insert_with(|| draft.schema().into());
    }
    schema
}

fn of_store(folder: &Path) -> Option<Given> {
    let text = std::fs::read_to_string(folder.join("schema.json")).ok()?;
    if text.len() > BYTES {
        return None;
    }
    let schema: Value = serde_json::from_str(&text).ok()?;
    let draft =
        Draft::from_uri(schema["$schema"].as_str()?).filter(|draft| DRAFTS.contains(draft))?;
    let mut documents = Vec::new();
    for file in ["valid.jsonl", "invalid.jsonl"] {
        let text = std::fs::read_to_string(folder.join(file)).unwrap_or_default();
        let lines = text.lines().filter(|line| line.len() < BYTES);
        documents.extend(lines.filter_map(|line| serde_json::from_str(line).ok()));
    }
    Some(Given {
        draft,
        schema,
        documents,
    })
}
