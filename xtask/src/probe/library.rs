//! The library that every generated program links.

use std::path::Path;

use crate::compile::Externs;
use crate::place;

const SOURCE: &str = include_str!("../../probe/probe.rs");

/// The crates that generated code and the probe need.
pub(crate) fn externs() -> Result<Externs, String> {
    Externs::build(
        &place::workspace(),
        &["-p", "hit-runtime", "--features", "hit-runtime/idn"],
        &["hit_runtime", "serde", "serde_json"],
    )
}

/// Builds the probe below a folder and adds it to the crates.
pub(crate) fn library(folder: &Path, externs: &mut Externs) -> Result<(), String> {
    let folder = folder.join("probe");
    let root = folder.join("probe.rs");
    place::write(&root, SOURCE)?;
    let name = "libprobe.rlib";
    let run = crate::compile::rustc(
        &root,
        externs,
        &["--crate-type=rlib", "--crate-name=probe", "-o", name],
    )?;
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
