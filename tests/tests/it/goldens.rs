//! The generator's code for small schemas, one situation each. What it does is
//! tested in `goldens-compile`; here, that it is what was reviewed.

use std::fs;
use std::path::{Path, PathBuf};

use hit_codegen::{Config, ConfigFile, Generated, generate};

use crate::support::{differs, root};

/// The folders of all cases, sorted.
fn cases() -> Vec<PathBuf> {
    let listing = fs::read_dir(root().join("tests/goldens")).expect("goldens");
    let mut cases: Vec<PathBuf> = listing
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    cases
}

fn name(case: &Path) -> String {
    case.file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned()
}

/// The configuration of a case: its `hit.toml`, or its schema of the same name.
fn config(case: &Path) -> Config {
    match fs::read_to_string(case.join("hit.toml")) {
        Ok(text) => {
            let file: ConfigFile =
                toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", name(case)));
            file.generate.into_iter().next().expect("a configuration")
        }
        Err(_) => Config::new()
            .schema(format!("{}.json", name(case)))
            .out("expected.rs"),
    }
}

fn generated(case: &Path) -> Generated {
    generate(&config(case), case)
        .unwrap_or_else(|error| panic!("{}: {error}", name(case)))
        .0
}

#[test]
fn are_what_the_generator_gives() {
    let mut stale = Vec::new();
    let cases = cases();
    assert!(cases.len() >= 25, "{} cases", cases.len());
    for case in cases {
        stale.extend(differs(&case.join("expected.rs"), &generated(&case).text));
    }
    let advice = "if that is meant, run `UPDATE=1 cargo test -p hit-tests goldens` and review what it writes";
    assert!(stale.is_empty(), "{}\n{advice}", stale.join("\n"));
}

#[test]
fn have_documents_of_both_verdicts() {
    for case in cases() {
        for folder in ["accepts", "rejects"] {
            let count = fs::read_dir(case.join(folder)).map_or(0, |listing| listing.count());
            assert!(count > 0, "{} has no {folder}", name(&case));
        }
    }
}
