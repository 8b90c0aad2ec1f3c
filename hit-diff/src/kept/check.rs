//! A schema held to the versions that are kept.

use std::path::{Path, PathBuf};

use super::files::Files;
use crate::accept::{Accepted, today};
use crate::compare::{Settings, compare};
use crate::schema::Schema;

/// What a comparison with kept versions asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SnapshotOutcome {
    /// Nothing.
    Same,
    /// The text was written, as it was asked for.
    Written,
    /// The test fails, and why.
    Failed(String),
}

/// Compares a schema text with all versions of it that are kept. A `*` in the
/// path stands for the version of each; `version` is that of the text.
///
/// * A version that it breaks, or that is undecided: the test fails with the
///   report, a document that is lost included. Nothing is written. A break that
///   is wanted is recorded, with its reason, in the file `hit-accept.json`
///   beside the versions (`hit diff accept FINGERPRINT --reason … --file …`).
/// * Compatible with all, and not what is kept for `version`: the text is
///   written beside it as `….new` and the test fails until somebody has looked
///   at it. With the environment variable `UPDATE=1` it is written to its place
///   instead.
/// * Otherwise all is well.
///
/// Where the variable `CI` is set, nothing is written but with `UPDATE=1`.
pub fn check_snapshot(
    path: &Path,
    version: &str,
    text: &str,
    settings: Option<Settings>,
) -> SnapshotOutcome {
    match attempt(path, version, text, settings.unwrap_or_default()) {
        Ok(outcome) => outcome,
        Err(message) => SnapshotOutcome::Failed(message),
    }
}

fn attempt(
    path: &Path,
    version: &str,
    text: &str,
    settings: Settings,
) -> Result<SnapshotOutcome, String> {
    let told = |path: &Path, error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let files = Files::of(path, version).map_err(|error| told(path, &error))?;
    let accepted = accepted(&files.accepted)?;
    let name = files.current.display().to_string();
    let new = Schema::from_text(&format!("{name} as it is now"), text);
    let new = new.map_err(|error| error.to_string())?;
    let mut same = false;
    let mut broken = Vec::new();
    let mut changed = Vec::new();
    for kept in &files.kept {
        let old = std::fs::read_to_string(kept).map_err(|error| told(kept, &error))?;
        if old == text {
            same |= *kept == files.current;
            continue;
        }
        let old = Schema::from_text(&kept.display().to_string(), &old);
        let old = old.map_err(|error| error.to_string())?;
        let report = compare(&old, &new, settings);
        match accepted.lets_pass(&report, &today()) {
            true => changed.push(report.to_string()),
            false => broken.push(report.to_string()),
        }
    }
    if !broken.is_empty() {
        return Err(broken.join("\n"));
    }
    if same {
        return Ok(SnapshotOutcome::Same);
    }
    let update = std::env::var_os("UPDATE").is_some_and(|value| !value.is_empty() && value != "0");
    if update {
        write(&files.current, text).map_err(|error| told(&files.current, &error))?;
        // What was looked at waits no longer; mostly there is nothing.
        let _ = std::fs::remove_file(pending(&files.current));
        return Ok(SnapshotOutcome::Written);
    }
    let mut message = changed.join("\n");
    if !message.is_empty() {
        message.push('\n');
    }
    message.push_str(&format!("{name} is not what the schema is now"));
    if std::env::var_os("CI").is_none() {
        let pending = pending(&files.current);
        write(&pending, text).map_err(|error| told(&pending, &error))?;
        message.push_str(&format!("; the new text is in {}", pending.display()));
    }
    message.push_str("; look at the change, and run the tests with UPDATE=1 to keep it");
    Err(message)
}

fn accepted(path: &Path) -> Result<Accepted, String> {
    match std::fs::read_to_string(path) {
        Ok(text) => Accepted::from_text(&text)
            .map_err(|error| format!("{}: {error}", path.display())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Accepted::default()),
        Err(error) => Err(format!("{}: {error}", path.display())),
    }
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, text)
}

/// Where a text waits for somebody to look at it.
fn pending(path: &Path) -> PathBuf {
    PathBuf::from(format!("{}.new", path.display()))
}
