//! The schemas of SchemaStore, from the folder `HIT_CORPUS` names
//! (`../shared/data` beside the workspace by default).

use std::path::{Path, PathBuf};

use hit_runtime::Severity;
use hit_runtime::check::{Checker, NodeId};
use hit_schema::load::{Load, LoadError, Loaded};
use hit_schema::{Diagnostic, Entry, FormatMode, Options, compile};

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

/// What became of the corpus.
#[derive(Default)]
struct Score {
    unavailable: usize,
    right: usize,
    all: usize,
    wrong: Vec<String>,
}

impl Score {
    fn schema(&mut self, folder: &Path, loader: &Store) {
        let name = folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let bytes = std::fs::read(folder.join("schema.json")).expect("a readable schema");
        let entry = Entry {
            name: format!("{name}/schema.json"),
            uri: format!("https://json.schemastore.org/{name}.json"),
            path: None,
            bytes: Some(bytes),
        };
        // The labels were given by a validator that asserts formats.
        let options = Options {
            format: FormatMode::Assert,
            ..Options::STANDARD
        };
        let compiled = match compile(&[entry], loader, &options) {
            Ok(compiled) => compiled,
            // A document that is not part of the corpus: the only good excuse.
            Err(errors) if errors.items.iter().all(is_excuse) => {
                self.unavailable += 1;
                return;
            }
            Err(errors) => return self.wrong.push(format!("{name}\n{errors}")),
        };
        if std::env::var_os("SHOW").is_some() {
            for warning in &compiled.warnings {
                println!("{}", hit_schema::render::human(warning, &compiled.sources));
            }
        }
        match compiled.program.prepare() {
            Ok(checker) => {
                let root = compiled.roots[0].node;
                self.instances(&folder.join("valid.jsonl"), true, &checker, root);
                self.instances(&folder.join("invalid.jsonl"), false, &checker, root);
            }
            Err(error) => self.wrong.push(format!("{name} cannot run: {error}")),
        }
    }

    fn instances(&mut self, file: &Path, expected: bool, checker: &Checker, root: NodeId) {
        let Ok(text) = std::fs::read_to_string(file) else {
            return;
        };
        for (line, text) in (1..).zip(text.lines()) {
            self.all += 1;
            let value = serde_json::from_str(text).expect("a JSON line");
            let report = checker.check(root, &value);
            if checker.is_valid(root, &value) == expected && report.is_ok() == expected {
                self.right += 1;
            } else {
                let place = format!("{}:{line}", file.display());
                self.wrong
                    .push(format!("{place} {:?}", report.violations.first()));
            }
        }
    }
}

#[test]
fn schemas_compile_and_judge() {
    let Some(store) = corpus() else { return };
    let loader = Store(store.clone());
    let mut score = Score::default();
    let folders = folders(&store);
    folders
        .iter()
        .for_each(|folder| score.schema(folder, &loader));
    println!(
        "{} schemas, {} lack a document; {} of {} instances right",
        folders.len(),
        score.unavailable,
        score.right,
        score.all
    );
    assert!(score.all > 1000);
    assert!(score.wrong.is_empty(), "{}", score.wrong.join("\n"));
}

fn is_excuse(item: &Diagnostic) -> bool {
    item.severity == Severity::Warning || item.code == "HIT0202"
}
