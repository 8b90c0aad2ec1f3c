//! Documents changed at random, with what the engine says of them.

use std::path::Path;

use hit_diff::{SampleSettings, Schema, sample};
use hit_prove::mutate::mutate;
use hit_prove::{Dice, Literals};
use hit_schema::{Entry, FormatMode, Options};
use serde_json::Value;

use super::cases::Case;
use super::store::{Store, uri};
use crate::pool;

/// Documents that are made where a schema comes without.
const MADE: usize = 6;

/// Adds so many documents to each schema: its own, or documents made for it,
/// changed at a few places.
pub(crate) fn add(corpus: &Path, cases: &mut [Case], count: usize) {
    let more = pool::map("changed", cases, |case| {
        changed(corpus, case, count).unwrap_or_default()
    });
    for (case, more) in cases.iter_mut().zip(more) {
        case.documents.extend(more);
    }
}

/// None where the schema is not to be had.
fn changed(corpus: &Path, case: &Case, count: usize) -> Option<Vec<(String, bool)>> {
    let bytes = std::fs::read(&case.path).ok()?;
    let text: Value = serde_json::from_slice(&bytes).ok()?;
    let loader = Store::new(corpus, &bytes);
    let entry = Entry {
        uri: uri(&case.name),
        bytes: Some(bytes),
        ..Entry::file(case.name.clone(), &case.path)
    };
    let options = Options {
        format: FormatMode::Assert,
        ..Options::STANDARD
    };
    let schema = Schema::compile(&entry, &loader, &options).ok()?;
    let mut documents: Vec<Value> = case
        .documents
        .iter()
        .filter_map(|(text, _)| serde_json::from_str(text).ok())
        .collect();
    if documents.is_empty() {
        let settings = SampleSettings {
            count: MADE,
            ..SampleSettings::default()
        };
        let made = sample(&schema, settings).ok()?;
        documents.extend(
            made.iter()
                .filter_map(|sample| serde_json::from_str(&sample.text).ok()),
        );
    }
    let literals = Literals::of(&text);
    let mut dice = Dice::new(17);
    let one = |_| {
        let mut document = dice.pick(&documents).clone();
        mutate(&mut document, &literals, &mut dice);
        // Unknown where it depends on a document that is not there.
        let valid = schema.accepts(&document)?;
        Some((document.to_string(), valid))
    };
    Some((0..count).filter_map(one).collect())
}
