//! The library that every generated program links.

use std::path::Path;

use crate::compile::{Externs, rustc};
use crate::place;

const SOURCE: &str = include_str!("../../probe/probe.rs");

const WANTED: [&str; 3] = ["hit_runtime", "serde", "serde_json"];
// Not `hit-runtime/idn`: that names the dependency of the tests on the crate itself.
const PACKAGE: [&str; 4] = ["-p", "hit-runtime", "--features", "idn"];
const WITH_RULES: [&str; 4] = ["-p", "hit-runtime", "--features", "idn,rules,time-zones"];

/// The crates that generated code and the probe need.
pub(crate) fn externs() -> Result<Externs, String> {
    Externs::build(&place::workspace(), &PACKAGE, &WANTED)
}

/// The same, for schemas with rules.
pub(crate) fn with_rules() -> Result<Externs, String> {
    Externs::build(&place::workspace(), &WITH_RULES, &WANTED)
}

/// The same as [`externs`], optimized.
pub(crate) fn optimized() -> Result<Externs, String> {
    let arguments = [&PACKAGE[..], &["--release"]].concat();
    Externs::build(&place::workspace(), &arguments, &WANTED)
}

/// Builds the probe below a folder and adds it to the crates.
pub(crate) fn library(folder: &Path, externs: &mut Externs, optimize: bool) -> Result<(), String> {
    let folder = folder.join("probe");
    let root = folder.join("probe.rs");
    place::write(&root, SOURCE)?;
    let name = "libprobe.rlib";
    let level = if optimize {
        "-Copt-level=3"
    } else {
        "-Copt-level=0"
    };
    let arguments = ["--crate-type=rlib", "--crate-name=probe", level, "-o", name];
    let run = rustc(&root, externs, &arguments)?;
    if !run.success {
        let texts: Vec<String> = run
            .messages
            .into_iter()
            .map(|message| message.text)
            .collect();
        return Err(format!("the probe does not compile\n{}", texts.join("\n")));
    }
    externs.insert("probe", folder.join(name));
    Ok(())
}
