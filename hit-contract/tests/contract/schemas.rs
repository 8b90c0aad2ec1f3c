//! Over schemas of all kinds: each positive is valid, each negative invalid, by the independent judge.
//!
//! A sample of them, since without optimization all of them take minutes; `HIT_CONTRACT_EVERY=1` and
//! `--release` for all.

use std::path::{Path, PathBuf};

use hit_contract::make::{Making, Source, Strictness, corpus};
use hit_contract::{Class, Formats, Schema};
use hit_diff::Independent;
use hit_schema::Entry;
use hit_schema::load::NoLoader;
use serde_json::Value;

/// What was made for schemas.
#[derive(Debug, Default)]
struct Made {
    schemas: usize,
    without: usize,
    positives: usize,
    negatives: usize,
}

fn check(name: &str, text: &str, made: &mut Made) {
    let entry = Entry::text(name, text);
    let Ok(schema) = Schema::compile(&entry, &NoLoader, Formats::Dialect, text) else {
        return;
    };
    let Ok(own) = hit_diff::Schema::from_text(name, text) else {
        return;
    };
    let Ok(Some(judge)) = Independent::new(&own) else {
        return;
    };
    made.schemas += 1;
    let source = Source {
        endpoint: 0,
        schema: &schema,
        others: Vec::new(),
        headers: Vec::new(),
        known: &Value::Null,
        seed: 1,
    };
    let strict = Strictness {
        syntax: true,
        media_type: true,
        body: None,
    };
    let sink = corpus(&source, "POST", "/", Making { strict, random: 0 });
    made.without += usize::from(sink.cases.is_empty());
    for case in &sink.cases {
        let expected = match case.expect {
            Class::Accepted => true,
            Class::Invalid => false,
            _ => continue,
        };
        // What is posted as a part of the wire's tests is the valid body, always.
        let Ok(value) = serde_json::from_slice::<Value>(case.body()) else {
            panic!("{name}: {} is not JSON", case.id);
        };
        assert_eq!(
            judge.accepts(&value),
            Some(expected),
            "{name}: {} {value}",
            case.certificate.recipe
        );
        match expected {
            true => made.positives += 1,
            false => made.negatives += 1,
        }
    }
}

/// Each of so many is taken.
fn every(quick: usize) -> usize {
    let asked = std::env::var("HIT_CONTRACT_EVERY").ok();
    asked
        .and_then(|text| text.parse().ok())
        .unwrap_or(quick)
        .max(1)
}

/// Whether it refers to itself over and over, or to a meta-schema, which does: thousands of places.
fn is_large(name: &str, text: &str) -> bool {
    name.contains("recursive") || text.contains("json-schema.org/draft") && text.contains("$ref")
}

fn json_files(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .flat_map(|path| match path.is_dir() {
            true => json_files(&path),
            false => vec![path],
        })
        .filter(|path| path.extension().is_some_and(|it| it == "json"))
        .collect();
    found.sort();
    found
}

#[test]
fn goldens() {
    let goldens = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/goldens");
    let mut made = Made::default();
    let in_documents = |path: &PathBuf| {
        path.components()
            .any(|it| matches!(it.as_os_str().to_str(), Some("accepts" | "rejects")))
    };
    let schemas = json_files(&goldens)
        .into_iter()
        .filter(|it| !in_documents(it));
    let every = every(3);
    for path in schemas.step_by(every) {
        let (name, text) = (
            path.display().to_string(),
            std::fs::read_to_string(&path).unwrap(),
        );
        if every == 1 || !is_large(&name, &text) {
            check(&name, &text, &mut made);
        }
    }
    println!("{made:?}");
    assert!(
        made.schemas > 8 && made.positives > 500 && made.negatives > 250,
        "{made:?}"
    );
}

/// The official suite, where the corpus is present; each of so many schemas.
#[test]
fn official_suite() {
    let root = std::env::var("HIT_CORPUS").unwrap_or_else(|_| "../../shared/data".to_owned());
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(root)
        .join("json-schema-test-suite/tests");
    let folders = ["draft4", "draft7", "draft2020-12"];
    let files: Vec<PathBuf> = folders
        .iter()
        .flat_map(|draft| json_files(&root.join(draft)))
        .collect();
    if files.is_empty() {
        println!("corpus not found");
        return;
    }
    let mut made = Made::default();
    let every = every(60);
    let mut index = 0;
    for path in files
        .iter()
        .filter(|path| !path.components().any(|it| it.as_os_str() == "optional"))
    {
        let groups: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        for group in groups.as_array().into_iter().flatten() {
            index += 1;
            if index % every != 0 {
                continue;
            }
            let draft = path
                .components()
                .rev()
                .nth(1)
                .and_then(|it| it.as_os_str().to_str())
                .unwrap_or_default();
            let mut schema = group["schema"].clone();
            let uri = match draft {
                "draft4" => "http://json-schema.org/draft-04/schema#",
                "draft7" => "http://json-schema.org/draft-07/schema#",
                _ => "https://json-schema.org/draft/2020-12/schema",
            };
            if let Some(members) = schema.as_object_mut() {
                members.entry("$schema").or_insert_with(|| uri.into());
            }
            let name = format!("{} {}", path.display(), group["description"]);
            let text = schema.to_string();
            let refers = group["schema"].to_string();
            if every == 1 || !is_large(&name, &refers) {
                check(&name, &text, &mut made);
            }
        }
    }
    println!("{made:?}");
    assert!(
        made.schemas > 8 && made.positives > 200 && made.negatives > 100,
        "{made:?}"
    );
}
