//! Schemas in files that refer to one another.

use std::fs;
use std::path::PathBuf;

use hit_schema::load::{ChainLoader, FileLoader, MapLoader, MemoryLoader};
use hit_schema::{Entry, Options, bundle, compile};

/// A folder of its own for a test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(folder.join("schemas/shared parts")).expect("a folder");
    folder
}

#[test]
fn files_in_a_circle() {
    let base = folder("circle");
    let write = |name: &str, text: &str| {
        fs::write(base.join("schemas").join(name), text).expect("a file");
    };
    write("a.json", r#"{"properties": {"b": {"$ref": "b.json"}}}"#);
    write(
        "b.json",
        r#"{"properties": {"c": {"$ref": "shared%20parts/c.json#/$defs/c"}}}"#,
    );
    write(
        "shared parts/c.json",
        r#"{"$defs": {"c": {"items": {"$ref": "../a.json"}}, "d": {"$ref": "absent.json"}}}"#,
    );
    let entries = ["a.json", "b.json"]
        .map(|name| Entry::file(format!("schemas/{name}"), base.join("schemas").join(name)));
    let loader = FileLoader::new(&base);
    // What nothing leads to may refer to what is not there.
    let compiled = compile(&entries, &loader, &Options::STANDARD);
    let compiled = compiled.unwrap_or_else(|errors| panic!("{errors}"));
    let names: Vec<_> = compiled
        .roots
        .iter()
        .map(|root| root.name.as_str())
        .collect();
    assert_eq!(names, ["schemas/a.json", "schemas/b.json"]);
    let sources = [
        "schemas/a.json",
        "schemas/b.json",
        "schemas/shared parts/c.json",
    ];
    assert_eq!(compiled.program.sources, sources);
    assert_eq!(compiled.loaded, sources.map(|name| base.join(name)));
    assert_eq!(compiled.program.nodes.len(), 6);
    let text = bundle(&compiled, 0).expect("a root");
    assert!(!text.contains("file:"), "{text}");
    assert!(
        text.contains("\"$id\": \"shared%20parts/c.json\""),
        "{text}"
    );
}

#[test]
fn files_that_cannot_be_read() {
    let base = folder("unreadable");
    fs::write(base.join("a.json"), r#"{"$ref": "schemas"}"#).expect("a file");
    let entry = Entry::file("a.json", base.join("a.json"));
    let errors = compile(&[entry], &FileLoader::new(&base), &Options::STANDARD);
    let errors = errors.map(|_| ()).expect_err("a folder is no file");
    assert_eq!(errors.items[0].code, "HIT0201");
}

#[test]
fn loaders_in_a_chain() {
    let base = folder("chain");
    fs::write(base.join("x.json"), r#"{"type": "null"}"#).expect("a file");
    let loader = ChainLoader::new()
        .with(MemoryLoader::new().with("https://example.com/m", "{\"type\": \"string\"}"))
        .with(MapLoader::new().file("https://example.com/x", base.join("x.json")));
    let text =
        r#"{"anyOf": [{"$ref": "https://example.com/m"}, {"$ref": "https://example.com/x"}]}"#;
    let compiled = compile(&[Entry::text("a", text)], &loader, &Options::STANDARD);
    let compiled = compiled.unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(compiled.loaded, [base.join("x.json")]);
    assert_eq!(compiled.program.sources.len(), 3);
}
