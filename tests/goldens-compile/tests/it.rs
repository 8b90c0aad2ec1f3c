//! The documents of every golden, judged by its types, by the engine and by an
//! independent crate.

use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};

use hit_prove::mutate::mutate;
use hit_prove::{Dice, Literals};
use hit_runtime::number::json_eq;
use hit_runtime::report::render::{Document, Style, human};
use hit_runtime::serde::de::DeserializeOwned;
use hit_runtime::{Model, Place, Report, check_model, explain_text};
use hit_schema::load::{MapLoader, ProjectLoader};
use hit_schema::{Entry, Options, bundle, compile};
use serde_json::Value;

include!(concat!(env!("OUT_DIR"), "/tests.rs"));

fn folder(case: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../goldens")
        .join(case);
    fs::canonicalize(folder).expect("a golden")
}

fn documents(folder: &Path) -> Vec<PathBuf> {
    let listing = fs::read_dir(folder).expect("documents");
    let mut paths: Vec<PathBuf> = listing
        .map(|entry| entry.expect("readable").path())
        .collect();
    paths.sort();
    paths
}

/// Whether the case has formats checked, and the file of its schema.
fn settings(case: &str, folder: &Path) -> (bool, String) {
    let text = fs::read_to_string(folder.join("hit.toml")).unwrap_or_default();
    let config: toml::Table = toml::from_str(&text).expect("TOML");
    let first = config.get("generate").and_then(|all| all.get(0));
    let get = |key: &str| first.and_then(|config| config.get(key));
    let schema = get("schemas")
        .and_then(|all| all.get(0))
        .and_then(toml::Value::as_str);
    let formats = get("formats").and_then(toml::Value::as_str);
    (
        formats == Some("assert"),
        schema.map_or_else(|| format!("{case}.json"), str::to_owned),
    )
}

/// The independent crate, for the schema with all that it refers to inside.
fn independent(case: &str, folder: &Path) -> jsonschema::Validator {
    let (formats, file) = settings(case, folder);
    let loader = ProjectLoader::new(folder.to_owned(), MapLoader::new());
    let entry = Entry::file(file.clone(), folder.join(&file));
    let compiled = compile(&[entry], &loader, &Options::default()).expect("a good schema");
    let bundled = bundle(&compiled, 0).expect("a root");
    let schema: Value = serde_json::from_str(&bundled).expect("JSON");
    // Others refer to the document by the name of its file.
    let mut options = jsonschema::options().with_base_uri(format!("https://example.org/{file}"));
    if formats {
        options = options.should_validate_formats(true);
    }
    options.build(&schema).expect("a good schema")
}

fn judge<T: Model + DeserializeOwned + Debug>(case: &str) {
    let folder = folder(case);
    let judges = Judges {
        independent: independent(case, &folder),
        text: fs::read_to_string(folder.join("hit.toml")).unwrap_or_default(),
    };
    let mut all = Vec::new();
    for (documents, good) in [
        (documents(&folder.join("accepts")), true),
        (documents(&folder.join("rejects")), false),
    ] {
        for path in documents {
            let shown = format!(
                "{case}/{}",
                path.file_name().unwrap_or_default().to_string_lossy()
            );
            let text = fs::read(&path).expect("a document");
            let value: Value =
                serde_json::from_slice(&text).unwrap_or_else(|error| panic!("{shown}: {error}"));
            let accepted = judges.judge::<T>(&value, &shown);
            assert_eq!(accepted, good, "{shown}");
            all.push(value);
        }
    }
    reports::<T>(&folder);
    let (_, file) = settings(case, &folder);
    let schema = fs::read_to_string(folder.join(file)).expect("a schema");
    changed(&schema, &all, |value| {
        judges.judge::<T>(value, case);
    });
}

/// What a person is told of each refused document, beside the golden.
fn reports<T: Model + DeserializeOwned>(folder: &Path) {
    let mut shown = String::new();
    for path in documents(&folder.join("rejects")) {
        let text = fs::read(&path).expect("a document");
        let report = explain_text::<T>(&text);
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let document = Document {
            name: &name,
            text: &text,
            offset: 0,
        };
        let style = Style {
            color: false,
            width: 100,
        };
        shown.push_str(&human(&report, &document, style));
        shown.push('\n');
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path(folder);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!("reports", shown));
}

/// Documents changed per golden.
const CHANGED: usize = 400;

/// Random changes to documents, the same in every run.
fn changed(schema: &str, all: &[Value], judge: impl Fn(&Value)) {
    let schema: Value = serde_json::from_str(schema).expect("JSON");
    let literals = Literals::of(&schema);
    let mut dice = Dice::new(11);
    for _ in 0..CHANGED {
        let mut value = dice.pick(all).clone();
        mutate(&mut value, &literals, &mut dice);
        judge(&value);
    }
}

struct Judges {
    independent: jsonschema::Validator,
    /// The configuration.
    text: String,
}

impl Judges {
    /// Holds the judges against each other; whether they accept.
    fn judge<T: Model + DeserializeOwned + Debug>(&self, value: &Value, shown: &str) -> bool {
        let accepted = self.independent.is_valid(value);
        let report = T::CHECKS.get().check(T::NODE, value);
        assert_eq!(
            report.is_ok(),
            accepted,
            "{shown}: the engine on {value}: {report:?}"
        );
        let found = serde_json::from_slice::<T>(value.to_string().as_bytes());
        let from_value = serde_json::from_value::<T>(value.clone());
        assert_eq!(
            found.is_ok(),
            from_value.is_ok(),
            "{shown}: the type, from a text and a value: {value}: {found:?} {from_value:?}"
        );
        // With `integer = "i64"` a type holds less than its schema accepts, and says so.
        if accepted && found.is_err() && self.text.contains("integer =") {
            return true;
        }
        assert_eq!(
            found.is_ok(),
            accepted,
            "{shown}: the type on {value}: {found:?}"
        );
        if let Ok(found) = found {
            let written = serde_json::to_value(&found).expect("JSON");
            let dropped = self.text.contains("extras = \"drop\"");
            assert!(
                dropped || json_eq(&written, value),
                "{shown}: {value} came back as {written}"
            );
            let mut report = Report::default();
            check_model(&found, &Place::ROOT, &mut report);
            assert!(report.is_ok(), "{shown}: {report:?}");
        }
        accepted
    }
}
