//! What is checked in is what the schemas give.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use hit_codegen::{ConfigFile, generate};

use crate::support::{folder, json_files, root, text};

const ADVICE: &str = "run `cargo run -p hit-tool -- generate` and commit what it writes";

#[test]
fn the_types_of_hits_are_those_of_the_schemas() {
    let file: ConfigFile = toml::from_str(&text("hit.toml")).expect("a configuration");
    assert!(!file.generate.is_empty());
    for config in file.generate {
        let (_, output) = generate(&config, &root()).unwrap_or_else(|error| panic!("{error}"));
        assert!(!output.files.is_empty());
        for stale in output.stale().expect("readable") {
            let shown = stale
                .path
                .strip_prefix(root())
                .unwrap_or(&stale.path)
                .display()
                .to_string();
            let diff = similar::TextDiff::from_lines(&stale.old, &stale.new);
            panic!("{}\n{ADVICE}", diff.unified_diff().header(&shown, &shown));
        }
    }
}

#[test]
fn a_touched_schema_is_found_out_and_nothing_is_written() {
    let project = folder("drift");
    copy(&project);
    let config = project.join("hit.toml");
    let check = [
        "hit",
        "generate",
        "--check",
        "--config",
        config.to_str().expect("UTF-8"),
    ];
    assert_eq!(hit_tool::run(check), ExitCode::SUCCESS, "{ADVICE}");

    let schema = project.join("schemas/play.schema.json");
    let before = fs::read_to_string(&schema).expect("a schema");
    let after = before.replacen("\"socialNetwork\"", "\"network\"", 1);
    assert_ne!(before, after);
    fs::write(&schema, after).expect("written");
    let generated = project.join("hit-model/src/generated/mod.rs");
    let types = fs::read(&generated).expect("types");
    assert_eq!(hit_tool::run(check), ExitCode::from(1));
    assert_eq!(fs::read(&generated).expect("types"), types);

    // What `generate` writes is found to be right.
    assert_eq!(
        hit_tool::run([check[0], check[1], check[3], check[4]]),
        ExitCode::SUCCESS
    );
    assert_ne!(fs::read(&generated).expect("types"), types);
    assert_eq!(hit_tool::run(check), ExitCode::SUCCESS);
}

/// A project with the schemas and the types of this one.
fn copy(project: &Path) {
    let mut files = json_files("schemas");
    files.extend(
        [
            "hit.toml",
            "hit-model/src/generated/mod.rs",
            "hit-model/src/generated/codec.rs",
        ]
        .map(str::to_owned),
    );
    for file in files {
        let to = project.join(&file);
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
        fs::copy(root().join(&file), to).expect("a copy");
    }
}
