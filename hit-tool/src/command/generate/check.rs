//! `--check`: how files on disk differ from what the schemas give.

use std::collections::BTreeMap;
use std::path::Path;

use hit_codegen::{Output, Stale};
use similar::TextDiff;

use super::report::FileReport;
use super::write::shown;
use crate::outcome::Failure;

/// Compares; writes nothing.
pub fn check(outputs: &[Output], base: &Path) -> Result<Vec<FileReport>, Failure> {
    let mut reports = Vec::new();
    for output in outputs {
        let stale = output.stale().map_err(|error| {
            Failure::message(format_args!("cannot read the generated files: {error}"))
        })?;
        let stale: BTreeMap<&Path, &Stale> = stale
            .iter()
            .map(|stale| (stale.path.as_path(), stale))
            .collect();
        for file in &output.files {
            let path = shown(&file.path, base);
            reports.push(report(path, stale.get(file.path.as_path()).copied()));
        }
    }
    Ok(reports)
}

fn report(path: String, stale: Option<&Stale>) -> FileReport {
    let (state, diff) = match stale {
        None => ("unchanged", None),
        Some(stale) if stale.path.exists() => ("outdated", Some(diff(&path, stale))),
        Some(_) => ("missing", None),
    };
    FileReport { path, state, diff }
}

/// A unified diff from the file to what it should be.
fn diff(path: &str, stale: &Stale) -> String {
    TextDiff::from_lines(&stale.old, &stale.new)
        .unified_diff()
        .context_radius(3)
        .header(path, path)
        .to_string()
}
