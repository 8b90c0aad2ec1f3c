//! The schemas of SchemaStore, from the folder `HIT_CORPUS` names
//! (`../shared/data` beside the workspace by default).

use std::path::{Path, PathBuf};

use hit_runtime::Severity;
use hit_schema::load::{Load, LoadError, Loaded};
use hit_schema::{Diagnostic, Entry, Options, compile};

fn corpus() -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data");
    let root = std::env::var("HIT_CORPUS").unwrap_or_else(|_| beside.to_owned());
    let store = Path::new(&root).join("schemastore");
    if store.is_dir() {
        return Some(store);
    }
    println!("corpus not found: {}", store.display());
    None
}

/// Finds `NAME/schema.json` under the URIs of the store.
struct Store(PathBuf);

impl Load for Store {
    fn load(&self, uri: &str) -> Result<Option<Loaded>, LoadError> {
        let fronts = [
            "https://json.schemastore.org/",
            "https://www.schemastore.org/",
        ];
        let Some(name) = fronts.iter().find_map(|front| uri.strip_prefix(front)) else {
            return Ok(None);
        };
        let name = name.strip_suffix(".json").unwrap_or(name);
        let path = self.0.join(name).join("schema.json");
        let found = std::fs::read(&path).ok();
        Ok(found.map(|bytes| Loaded {
            name: uri.to_owned(),
            path: Some(path),
            bytes,
        }))
    }
}

fn folders(store: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<_> = std::fs::read_dir(store)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join("schema.json").is_file())
        .collect();
    folders.sort();
    folders
}

#[test]
fn every_self_contained_schema_compiles() {
    let Some(store) = corpus() else { return };
    let loader = Store(store.clone());
    let mut bad = Vec::new();
    let mut unavailable = 0;
    let mut warnings = std::collections::BTreeMap::new();
    let folders = folders(&store);
    for folder in &folders {
        let name = folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let bytes = std::fs::read(folder.join("schema.json")).expect("a readable schema");
        let entry = Entry {
            uri: format!("https://json.schemastore.org/{name}.json"),
            bytes: Some(bytes),
            ..Entry::file(format!("{name}/schema.json"), folder.join("schema.json"))
        };
        match compile(&[entry], &loader, &Options::STANDARD) {
            Ok(compiled) => {
                for warning in &compiled.warnings {
                    *warnings.entry(warning.code).or_insert(0) += 1;
                    if std::env::var_os("SHOW").is_some() {
                        println!("{}", hit_schema::render::human(warning, &compiled.sources));
                    }
                }
            }
            // A document that is not part of the corpus: the only good excuse.
            Err(errors) if errors.items.iter().all(is_excuse) => unavailable += 1,
            Err(errors) => bad.push(format!("{name}\n{errors}")),
        }
    }
    println!(
        "{} schemas, {unavailable} unavailable, warnings {warnings:?}",
        folders.len()
    );
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

fn is_excuse(item: &Diagnostic) -> bool {
    item.severity == Severity::Warning || item.code == "HIT0202"
}
