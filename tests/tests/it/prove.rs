//! What the fuzz targets and `cargo xtask differential` do for hours, for a
//! moment: the same functions, always with the same inputs.

use hit_prove::judge::READINGS;
use hit_prove::{DRAFTS, Dice, Literals, entries, mutate::mutate, schema};
use serde_json::Value;

use crate::support::{examples, json_files, root, text};

/// Schemas of the goldens, and documents for them.
fn goldens() -> Vec<(String, Vec<String>)> {
    let mut goldens = Vec::new();
    let mut folders: Vec<_> = std::fs::read_dir(root().join("tests/goldens"))
        .expect("goldens")
        .map(|entry| {
            entry
                .expect("readable")
                .file_name()
                .into_string()
                .expect("UTF-8")
        })
        .collect();
    folders.sort();
    for folder in folders {
        let folder = format!("tests/goldens/{folder}");
        for path in json_files(&folder) {
            let documents = ["accepts", "rejects"]
                .iter()
                .flat_map(|name| json_files(&format!("{folder}/{name}")));
            goldens.push((
                line(&text(&path)),
                documents.map(|path| text(&path)).collect(),
            ));
        }
    }
    goldens
}

/// A JSON text on one line.
fn line(text: &str) -> String {
    serde_json::from_str::<Value>(text)
        .expect("JSON")
        .to_string()
}

/// Inputs of each entry to start from, as its fuzz target takes them.
fn seeds(entry: &str) -> Vec<String> {
    let goldens = goldens();
    let schemas = || goldens.iter().map(|(schema, _)| schema.clone());
    match entry {
        "compile" | "generate" => schemas().collect(),
        "compare" => schemas()
            .zip(schemas().skip(1))
            .map(|(old, new)| format!("{old}\n{new}"))
            .collect(),
        "explain" => goldens
            .iter()
            .flat_map(|(schema, documents)| {
                documents
                    .iter()
                    .map(move |document| format!("{schema}\n{document}"))
            })
            .collect(),
        "hits" | "json" => examples().into_iter().map(|(_, text, _)| text).collect(),
        "pattern" => schema::words::PATTERNS
            .iter()
            .zip(schema::words::TEXTS.iter().cycle())
            .map(|(pattern, text)| format!("{pattern}\n{text}"))
            .collect(),
        "rules" => RULES
            .iter()
            .map(|rule| format!("{rule}\n{DOCUMENT}"))
            .collect(),
        other => panic!("the entry {other} has no seeds"),
    }
}

const DOCUMENT: &str = r#"{"i": 1, "s": "a", "l": ["x", "y"], "n": 1.5, "o": {"i": 2}, "m": {"k": 1}, "u": null, "t": "2024-01-01T00:00:00Z"}"#;

const RULES: &[&str] = &[
    "self.i > 1",
    "self.l.all(x, x != self.s) && !(1 in [self.i])",
    "has(self.o) && self.o.i == 2 ? true : false",
    "self.m.exists(k, k == 'k')",
    "has(self.t) && self.t > timestamp('2020-01-01T00:00:00Z')",
    "oldSelf.i < self.i",
    "self.s.matches('^a+$') || self.l.map(x, x + 'a').join(',') == 'a'",
    "self.l.filter(x, size(x) > 1).size() * 9223372036854775807 / self.i > 0",
    "'%d %s'.format([self.i, self.s]) == \"1 \\u0061\"",
    "[1, 2][self.i] == dyn({'a': 1}.a) + 0x1F",
];

/// One change of a text: most texts go on being nearly what they were.
fn bend(text: &str, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=dice.below(2) {
        let (at, other) = (dice.below(bytes.len()), dice.below(bytes.len()));
        match dice.below(5) {
            0 if !bytes.is_empty() => drop(bytes.remove(at)),
            1 if !bytes.is_empty() => bytes[at] = u8::try_from(dice.below(256)).expect("a byte"),
            2 => bytes.truncate(at),
            3 => {
                let piece = bytes[at.min(other)..at.max(other).min(at.min(other) + 40)].to_vec();
                bytes.splice(at..at, piece);
            }
            _ => bytes.insert(at, *dice.pick(b"{}[]\",:0-9.e$#/\\u*+?()|^ \n")),
        }
    }
    bytes
}

/// A change that leaves each line JSON.
fn vary(text: &str, dice: &mut Dice) -> Vec<u8> {
    let lines: Vec<&str> = text.splitn(2, '\n').collect();
    let changed = dice.below(lines.len());
    let varied =
        lines
            .iter()
            .enumerate()
            .map(|(at, line)| match serde_json::from_str::<Value>(line) {
                Ok(mut value) if at == changed => {
                    let literals = Literals::of(&value);
                    mutate(&mut value, &literals, dice);
                    value.to_string()
                }
                _ => (*line).to_owned(),
            });
    varied.collect::<Vec<_>>().join("\n").into_bytes()
}

/// Runs an entry on its seeds, and on so many changes of them.
fn run(name: &str, inputs: usize) {
    let known = entries::ALL.into_iter().find(|(known, _)| *known == name);
    let (_, entry) = known.expect("an entry");
    let seeds = seeds(name);
    for seed in seeds.iter().take(inputs) {
        entry(seed.as_bytes());
    }
    let mut dice = Dice::new(7);
    for _ in 0..inputs {
        let seed = dice.pick(&seeds).clone();
        let input = match dice.one_in(2) {
            true => bend(&seed, &mut dice),
            false => vary(&seed, &mut dice),
        };
        entry(&input);
    }
}

#[test]
fn fuzz_compare() {
    run("compare", 40);
}

#[test]
fn fuzz_compile() {
    run("compile", 300);
}

#[test]
fn fuzz_explain() {
    run("explain", 300);
}

#[test]
fn fuzz_generate() {
    run("generate", 120);
}

#[test]
fn fuzz_hits() {
    run("hits", 300);
}

#[test]
fn fuzz_json() {
    run("json", 1000);
}

#[test]
fn fuzz_pattern() {
    run("pattern", 400);
}

#[test]
fn fuzz_rules() {
    run("rules", 200);
}

#[test]
fn every_fuzz_target_is_here() {
    let manifest = text("fuzz/Cargo.toml");
    let here = text("tests/tests/it/prove.rs");
    for (name, _) in entries::ALL {
        assert!(
            manifest.contains(&format!("name = \"{name}\"")),
            "{name} is no target"
        );
        assert!(
            here.contains(&format!("run(\"{name}\", ")),
            "{name} is not run"
        );
    }
}

#[test]
fn every_reading_is_in_the_table() {
    let table = text("CONTRIBUTING.md");
    for reading in READINGS {
        let row = format!("| {} |", reading.name);
        assert!(table.contains(&row), "{row} is not in CONTRIBUTING.md");
    }
}

#[test]
fn made_up_schemas_become_rust() {
    let mut dice = Dice::new(3);
    for round in 0..150 {
        let schema = schema::make(&mut dice, DRAFTS[round % DRAFTS.len()]);
        entries::generate(schema.to_string().as_bytes());
    }
}
