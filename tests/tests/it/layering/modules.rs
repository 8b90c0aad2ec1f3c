//! The modules of a crate: a file each.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::scan::{Scan, scan};

/// A file of a crate.
#[derive(Debug, Default)]
pub struct Module {
    /// Its path from the folder of the crate.
    pub file: String,
    /// What it names and defines.
    pub scan: Scan,
}

/// The modules of a crate by their path from its root (`check::engine`).
pub type Modules = BTreeMap<Vec<String>, Module>;

/// Reads the sources below `src`.
pub fn modules(crate_folder: &Path) -> Modules {
    let mut found = Modules::new();
    let src = crate_folder.join("src");
    if src.is_dir() {
        folder(&src, &src, &[], &mut found);
    }
    found
}

fn folder(src: &Path, at: &Path, path: &[String], found: &mut Modules) {
    for entry in fs::read_dir(at).expect("readable") {
        let entry = entry.expect("readable").path();
        let stem = entry
            .file_stem()
            .and_then(|stem| stem.to_str())
            .expect("UTF-8")
            .to_owned();
        if entry.is_dir() {
            folder(src, &entry, &[path, &[stem]].concat(), found);
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            let own = match stem.as_str() {
                "mod" | "lib" => path.to_vec(),
                // A binary beside a library is a crate of its own.
                "main" if path.is_empty() && src.join("lib.rs").exists() => continue,
                "main" if path.is_empty() => Vec::new(),
                _ => [path, &[stem]].concat(),
            };
            let text = fs::read_to_string(&entry).expect("UTF-8");
            let file = entry
                .strip_prefix(src)
                .expect("below")
                .display()
                .to_string();
            let scan = scan(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
            found.insert(own, Module { file, scan });
        }
    }
}
