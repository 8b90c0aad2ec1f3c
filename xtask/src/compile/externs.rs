//! The crates that generated code needs, built.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::Value;

use crate::place;

/// Libraries by the names of their crates.
pub(crate) struct Externs {
    libraries: BTreeMap<String, PathBuf>,
    folder: PathBuf,
}

impl Externs {
    /// Builds packages of a workspace and keeps these of all crates built.
    pub(crate) fn build(
        workspace: &Path,
        arguments: &[&str],
        wanted: &[&str],
    ) -> Result<Self, String> {
        let output = place::cargo()
            .args(["build", "--quiet", "--message-format=json"])
            .args(arguments)
            .current_dir(workspace)
            .stderr(Stdio::inherit())
            .output()
            .map_err(|error| format!("cannot run cargo build: {error}"))?;
        if !output.status.success() {
            return Err(format!("cargo build {} failed", arguments.join(" ")));
        }
        let text = String::from_utf8_lossy(&output.stdout);
        let mut libraries = BTreeMap::new();
        for message in text
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok())
        {
            if let Some((name, path)) = library(&message)
                && wanted.contains(&name.as_str())
            {
                libraries.insert(name, path);
            }
        }
        let folder = libraries.values().next().and_then(|path| path.parent());
        let folder = folder.map(Path::to_owned).unwrap_or_default();
        match wanted.iter().find(|name| !libraries.contains_key(**name)) {
            Some(name) => Err(format!("cargo build did not build {name}")),
            None => Ok(Self {
                libraries,
                folder: deps(folder),
            }),
        }
    }

    /// One more library.
    pub(crate) fn insert(&mut self, name: &str, path: PathBuf) {
        self.libraries.insert(name.to_owned(), path);
    }

    /// The arguments that tell the compiler.
    pub(crate) fn arguments(&self) -> Vec<OsString> {
        let mut folder = OsString::from("dependency=");
        folder.push(&self.folder);
        let mut arguments = vec!["-L".into(), folder];
        for (name, path) in &self.libraries {
            let mut library = OsString::from(format!("{name}="));
            library.push(path);
            arguments.extend(["--extern".into(), library]);
        }
        arguments
    }
}

/// The library that a message of cargo tells of.
fn library(message: &Value) -> Option<(String, PathBuf)> {
    let is_library = ["lib", "proc-macro", "rlib"]
        .iter()
        .any(|kind| message["target"]["kind"][0] == **kind);
    if message["reason"] != "compiler-artifact" || !is_library {
        return None;
    }
    let name = message["target"]["name"].as_str()?.replace('-', "_");
    let mut files = message["filenames"]
        .as_array()?
        .iter()
        .filter_map(Value::as_str);
    let file = files.find(|file| file.ends_with(".rlib") || file.ends_with(".so"))?;
    Some((name, PathBuf::from(file)))
}

/// Workspace members are put beside the folder of all libraries.
fn deps(folder: PathBuf) -> PathBuf {
    if folder.ends_with("deps") {
        folder
    } else {
        folder.join("deps")
    }
}
