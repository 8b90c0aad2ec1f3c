//! What several tests use.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use hit_codegen::{Config, Generated, generate_text};
use hit_rules::schema::{Outside, Rules, Verdict};
use hit_runtime::check::{Checker, NodeId};
use hit_schema::{Compiled, Diagnostics, Entry, Options, compile, load::NoLoader};
use proptest::test_runner::{Config as ProptestConfig, RngSeed};
use serde_json::Value;

/// The root of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the crate lies in the workspace")
        .to_owned()
}

/// A text file below the root.
pub fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The JSON files of a folder below the root, sorted, as paths from the root.
pub fn json_files(folder: &str) -> Vec<String> {
    let listing = fs::read_dir(root().join(folder)).expect("the folder is there");
    let mut names: Vec<String> = listing
        .map(|entry| {
            entry
                .expect("readable")
                .file_name()
                .into_string()
                .expect("UTF-8")
        })
        .filter(|name| name.ends_with(".json"))
        .map(|name| format!("{folder}/{name}"))
        .collect();
    names.sort();
    names
}

/// An empty folder for one test.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// Whether tests may rewrite what they compare with (`UPDATE=1`).
pub fn update() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| value == "1")
}

/// Compares a file with what it should hold; under `UPDATE=1` rewrites it, and
/// still says that it differed.
pub fn differs(path: &Path, expected: &str) -> Option<String> {
    let found = fs::read_to_string(path).unwrap_or_default();
    if found == expected {
        return None;
    }
    if update() {
        fs::write(path, expected).expect("the file can be written");
    }
    let shown = path
        .strip_prefix(root())
        .unwrap_or(path)
        .display()
        .to_string();
    let diff = similar::TextDiff::from_lines(found.as_str(), expected);
    Some(diff.unified_diff().header(&shown, &shown).to_string())
}

/// Code for one schema text.
pub fn generated(schema: &str) -> Result<Generated, Diagnostics> {
    generated_with(schema, &Config::new())
}

/// Code for one schema text under a configuration.
pub fn generated_with(schema: &str, config: &Config) -> Result<Generated, Diagnostics> {
    generate_text(&[Entry::text("schema.json", schema)], &NoLoader, config)
}

/// One schema text, compiled.
pub fn compiled(schema: &str) -> Result<Compiled, Diagnostics> {
    compile(
        &[Entry::text("schema.json", schema)],
        &NoLoader,
        &Options::default(),
    )
}

/// Three judges of hits: the engine, the independent crate `jsonschema`, and
/// the names of those that the schema has.
pub struct Judges {
    checker: Checker,
    node: NodeId,
    independent: jsonschema::Validator,
    rules: Rules,
}

impl Judges {
    /// Whether the interpreter finds that all rules hold that need nothing from outside.
    pub fn rules_hold(&self, value: &Value) -> bool {
        let outside = Outside {
            reading: true,
            ..Outside::default()
        };
        self.interpreted(value, &outside).is_ok()
    }

    /// What the interpreter says of the rules.
    pub fn interpreted(&self, value: &Value, outside: &Outside<'_>) -> Verdict {
        let report = self.checker.check(self.node, value);
        self.rules
            .check(&self.checker, self.node, value, outside, &report)
    }

    /// What the engine says.
    pub fn engine(&self, value: &Value) -> bool {
        self.checker.check(self.node, value).is_ok()
    }

    /// What the independent crate says.
    pub fn independent(&self, value: &Value) -> bool {
        self.independent.is_valid(value)
    }
}

/// The judges of any hit.
pub static HITS: LazyLock<Judges> = LazyLock::new(|| {
    let schema = hit_model::schema("HIT").expect("shipped");
    let compiled = compiled(schema).expect("a good schema");
    let schema: Value = serde_json::from_str(schema).expect("JSON");
    Judges {
        node: compiled.roots[0].node,
        rules: hit_rules::schema::compile(&compiled, &NoLoader, &Options::default())
            .expect("good rules"),
        checker: compiled.program.prepare().expect("a good program"),
        independent: jsonschema::validator_for(&schema).expect("a good schema"),
    }
});

/// All examples that are JSON, with what their place says of them.
pub fn examples() -> Vec<(String, String, bool)> {
    let valid = ["connection", "download", "play", "search", "upload", "view"];
    let valid = valid
        .iter()
        .flat_map(|folder| json_files(&format!("examples/{folder}")));
    let valid = valid.map(|path| (path, true));
    let invalid = json_files("examples/invalid")
        .into_iter()
        .map(|path| (path, false));
    valid
        .chain(invalid)
        .map(|(path, good)| (text(&path), path, good))
        .map(|(text, path, good)| (path, text, good))
        .collect()
}

/// How long random tests run, and from where: the same documents every time, so that a change is judged and not
/// the dice. `PROPTEST_RNG_SEED` starts elsewhere, `PROPTEST_CASES` goes on for longer.
pub fn random(cases: u32) -> ProptestConfig {
    let mut config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = cases;
    }
    if std::env::var_os("PROPTEST_RNG_SEED").is_none() {
        config.rng_seed = RngSeed::Fixed(7);
    }
    config
}
