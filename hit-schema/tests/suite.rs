//! The official test suite, from the folder `HIT_CORPUS` names
//! (`../shared/data` beside the workspace by default).

use std::path::{Path, PathBuf};

use hit_schema::load::MapLoader;
use hit_schema::{Draft, Entry, Options, compile};
use serde_json::Value;

fn corpus() -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data");
    let root = std::env::var("HIT_CORPUS").unwrap_or_else(|_| beside.to_owned());
    let suite = Path::new(&root).join("json-schema-test-suite");
    if suite.is_dir() {
        return Some(suite);
    }
    println!("corpus not found: {}", suite.display());
    None
}

fn folder(draft: Draft) -> &'static str {
    match draft {
        Draft::Draft3 => "draft3",
        Draft::Draft4 => "draft4",
        Draft::Draft6 => "draft6",
        Draft::Draft7 => "draft7",
        Draft::Draft201909 => "draft2019-09",
        Draft::Draft202012 => "draft2020-12",
        Draft::V1 => "v1",
    }
}

fn files(dir: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = std::fs::read_dir(dir)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ext| ext == "json"))
        .collect();
    files.sort();
    files
}

fn read(path: &Path) -> Vec<Value> {
    let text = std::fs::read(path).expect("a readable test file");
    let value: Value = serde_json::from_slice(&text).expect("a JSON test file");
    value.as_array().cloned().unwrap_or_default()
}

#[test]
fn required_schemas_compile() {
    let Some(suite) = corpus() else { return };
    let loader = MapLoader::new().folder("http://localhost:1234/", suite.join("remotes"));
    let mut all = 0;
    let mut bad = Vec::new();
    for draft in Draft::ALL {
        let options = Options {
            draft,
            ..Options::STANDARD
        };
        for file in files(&suite.join("tests").join(folder(draft))) {
            for group in read(&file) {
                all += 1;
                let text = group["schema"].to_string();
                let entry = Entry::text("schema.json", text);
                if let Err(errors) = compile(&[entry], &loader, &options) {
                    bad.push(format!(
                        "{} {}\n{errors}",
                        file.display(),
                        group["description"]
                    ));
                }
            }
        }
    }
    println!("{all} groups, {} refused", bad.len());
    assert!(all > 1000);
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}
