//! Generation by hit.

use std::path::Path;

use hit_codegen::{Config, Formats};
use hit_schema::Entry;

use super::cases::Case;
use super::store::{Store, uri};
use crate::generate::{Outcome, Refusal, generate};
use crate::pool;

/// Generates code for all schemas.
pub(crate) fn outcomes(corpus: &Path, cases: &[Case]) -> Vec<Outcome> {
    let config = Config::new().formats(Formats::Assert).out("schema.rs");
    pool::map("generated", cases, |case| {
        eprintln!("generating {}", case.name);
        let bytes = match std::fs::read(&case.path) {
            Ok(bytes) => bytes,
            Err(error) => return unreadable(&error),
        };
        let loader = Store::new(corpus, &bytes);
        let entry = Entry {
            uri: uri(&case.name),
            bytes: Some(bytes),
            ..Entry::file(format!("{}/schema.json", case.name), &case.path)
        };
        generate(entry, &loader, &config)
    })
}

fn unreadable(error: &std::io::Error) -> Outcome {
    let text = error.to_string();
    Outcome {
        code: Err(Refusal {
            text,
            unavailable: false,
        }),
        took: Default::default(),
    }
}
