//! Documents for one schema.

use std::collections::BTreeMap;
use std::path::Path;

use hit_diff::{Sample, SampleSettings, Schema, SchemaError, sample};
use hit_schema::load::Load;
use hit_schema::{Draft, Entry, Options};
use serde_json::Value;

/// What was made of a schema.
pub(crate) struct Made {
    pub(crate) name: String,
    /// The schema, for the other validator; `None` where it cannot be compiled.
    pub(crate) subject: Option<Subject>,
    /// Documents it accepts, and those it refuses; or why there are none.
    pub(crate) sorts: [Result<Vec<Sample>, String>; 2],
}

/// What the other validator needs.
pub(crate) struct Subject {
    pub(crate) schema: Value,
    pub(crate) draft: &'static str,
    pub(crate) documents: BTreeMap<String, Value>,
}

/// Makes documents for a file.
pub(crate) fn make(name: &str, path: &Path, uri: &str, loader: &dyn Load, count: usize) -> Made {
    let refused = |reason: String| Made {
        name: name.to_owned(),
        subject: None,
        sorts: [Err(reason.clone()), Err(reason)],
    };
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) => return refused(error.to_string()),
    };
    let Ok(text) = serde_json::from_slice::<Value>(&bytes) else {
        return refused("no JSON".to_owned());
    };
    let entry = Entry {
        uri: uri.to_owned(),
        bytes: Some(bytes),
        ..Entry::file(name, path)
    };
    let schema = match Schema::compile(&entry, loader, &Options::STANDARD) {
        Ok(schema) => schema,
        Err(error) => return refused(first_line(&error)),
    };
    let draft = match schema.draft() {
        Draft::Draft4 => "draft4",
        Draft::Draft6 => "draft6",
        Draft::Draft7 => "draft7",
        Draft::Draft201909 => "2019-09",
        Draft::Draft202012 => "2020-12",
        other => return refused(format!("no other validator knows {other:?}")),
    };
    let sorts = [false, true].map(|invalid| {
        let settings = SampleSettings {
            count,
            invalid,
            ..SampleSettings::default()
        };
        sample(&schema, settings).map_err(|reason| reason.to_string())
    });
    let sources = schema.compiled().sources.iter();
    let documents = sources.filter_map(|(_, source)| {
        Some((source.uri.clone(), serde_json::from_str(&source.text).ok()?))
    });
    Made {
        name: name.to_owned(),
        subject: Some(Subject {
            schema: text,
            draft,
            documents: documents.collect(),
        }),
        sorts,
    }
}

fn first_line(error: &SchemaError) -> String {
    let text = error.to_string();
    text.lines().next().unwrap_or_default().to_owned()
}
