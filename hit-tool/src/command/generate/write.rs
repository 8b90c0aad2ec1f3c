//! Writing what differs.

use std::path::Path;

use hit_codegen::{Output, State};

use super::report::FileReport;
use crate::outcome::Failure;

/// Writes what differs.
pub fn write(outputs: &[Output], base: &Path) -> Result<Vec<FileReport>, Failure> {
    let mut reports = Vec::new();
    for output in outputs {
        let written = output.write().map_err(|error| {
            Failure::message(format_args!("cannot write the generated files: {error}"))
        })?;
        reports.extend(written.into_iter().map(|(path, state)| FileReport {
            path: shown(&path, base),
            state: word(state),
            diff: None,
        }));
    }
    Ok(reports)
}

/// What would have been written, had nothing been in the way.
pub fn refused(outputs: &[Output], base: &Path) -> Vec<FileReport> {
    let files = outputs.iter().flat_map(|output| &output.files);
    let report = |path: &Path| FileReport {
        path: shown(path, base),
        state: "refused",
        diff: None,
    };
    files.map(|file| report(&file.path)).collect()
}

/// A path as it is told: from the folder of the configuration, with `/`.
pub fn shown(path: &Path, base: &Path) -> String {
    let path = path.strip_prefix(base).unwrap_or(path);
    path.to_string_lossy().replace('\\', "/")
}

fn word(state: State) -> &'static str {
    match state {
        State::Created => "created",
        State::Updated => "updated",
        State::Unchanged => "unchanged",
    }
}
