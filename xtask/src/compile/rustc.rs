//! One run of the compiler.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use super::externs::Externs;
use super::message::{Message, messages};
use super::module::Module;
use crate::place;

/// What a run gave.
pub(crate) struct Run {
    /// Whether there is a result.
    pub(crate) success: bool,
    /// What the compiler said.
    pub(crate) messages: Vec<Message>,
    /// How long it took.
    pub(crate) took: Duration,
}

/// Runs the compiler on a root file, in the folder of the file.
pub(crate) fn rustc<S: AsRef<OsStr>>(
    root: &Path,
    externs: &Externs,
    arguments: &[S],
) -> Result<Run, String> {
    let folder = root.parent().unwrap_or(root);
    let program = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let start = Instant::now();
    let output = Command::new(program)
        .args(["--edition=2024", "--error-format=json"])
        .args(externs.arguments())
        .args(arguments)
        .arg(root.file_name().unwrap_or_default())
        .current_dir(folder)
        .output()
        .map_err(|error| format!("cannot run rustc: {error}"))?;
    Ok(Run {
        success: output.status.success(),
        messages: messages(&output.stderr),
        took: start.elapsed(),
    })
}

/// What checking a module gave.
#[derive(Clone)]
pub(crate) struct Checked {
    /// Errors, warnings counted as such; none where it compiles.
    pub(crate) errors: Vec<String>,
    /// How long the compiler took.
    pub(crate) took: Duration,
}

/// Checks one module as a library of its own, as `cargo check` does. Warnings
/// are errors unless they are allowed.
pub(crate) fn check(
    folder: &Path,
    module: &Module,
    externs: &Externs,
    deny: bool,
) -> Result<Checked, String> {
    let folder = folder.join(&module.name);
    let root = folder.join("lib.rs");
    let lints = if deny {
        "#![deny(warnings)]"
    } else {
        "#![allow(warnings)]"
    };
    place::write(&root, &format!("{lints}\npub mod generated;\n"))?;
    place::write(&folder.join("generated.rs"), &module.text)?;
    let name = format!("--crate-name={}", module.name);
    let arguments = [
        name.as_str(),
        "--crate-type=lib",
        "--emit=dep-info,metadata",
        "--out-dir=.",
    ];
    let run = rustc(&root, externs, &arguments)?;
    let mut errors: Vec<String> = run
        .messages
        .into_iter()
        .filter(|message| message.error)
        .map(|message| message.text)
        .collect();
    if !run.success && errors.is_empty() {
        errors.push("the compiler failed without a word".to_owned());
    }
    Ok(Checked {
        errors,
        took: run.took,
    })
}
