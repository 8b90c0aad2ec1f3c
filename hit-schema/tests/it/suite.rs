//! The official test suite, from the folder `HIT_CORPUS` names
//! (`../shared/data` beside the workspace by default).

use std::path::{Path, PathBuf};

use hit_schema::load::MapLoader;
use hit_schema::{ContentMode, Draft, Entry, FormatMode, Options, compile};
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

/// What became of the tests of some files.
#[derive(Default)]
struct Score {
    right: usize,
    all: usize,
    wrong: Vec<String>,
}

impl Score {
    fn files(&mut self, suite: &Path, dir: &str, options: &Options) {
        let loader = MapLoader::new().folder("http://localhost:1234/", suite.join("remotes"));
        for file in files(&suite.join("tests").join(dir)) {
            let stem = file.file_stem().unwrap_or_default().to_string_lossy();
            let mut options = options.clone();
            if stem == "format-annotation" {
                options.format = FormatMode::Annotation;
            }
            for group in read(&file) {
                let place = format!("{dir}/{stem}: {}", group["description"]);
                self.group(&group, &place, &loader, &options);
            }
        }
    }

    fn group(&mut self, group: &Value, place: &str, loader: &MapLoader, options: &Options) {
        let tests = group["tests"]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default();
        self.all += tests.len();
        let entry = Entry::text("schema.json", group["schema"].to_string());
        let compiled = match compile(&[entry], loader, options) {
            Ok(compiled) => compiled,
            Err(errors) => {
                return self
                    .wrong
                    .push(format!("{place} does not compile\n{errors}"));
            }
        };
        let root = compiled.roots[0].node;
        let checker = match compiled.program.prepare() {
            Ok(checker) => checker,
            Err(error) => return self.wrong.push(format!("{place} cannot run: {error}")),
        };
        for test in tests {
            let expected = test["valid"].as_bool();
            let quick = checker.is_valid(root, &test["data"]);
            let slow = checker.check(root, &test["data"]).is_ok();
            if Some(quick) == expected && slow == quick {
                self.right += 1;
            } else {
                let what = &test["description"];
                self.wrong
                    .push(format!("{place}, {what}: quick {quick}, slow {slow}"));
            }
        }
    }
}

fn required(draft: Draft, tests_at_least: usize) {
    let Some(suite) = corpus() else { return };
    let mut score = Score::default();
    score.files(
        &suite,
        folder(draft),
        &Options {
            draft,
            ..Options::STANDARD
        },
    );
    println!(
        "{draft}: {} of {} required tests right",
        score.right, score.all
    );
    assert!(score.all >= tests_at_least, "{} tests", score.all);
    assert!(score.wrong.is_empty(), "{}", score.wrong.join("\n"));
}

#[test]
fn required_of_draft_3() {
    required(Draft::Draft3, 400);
}

#[test]
fn required_of_draft_4() {
    required(Draft::Draft4, 618);
}

#[test]
fn required_of_draft_6() {
    required(Draft::Draft6, 839);
}

#[test]
fn required_of_draft_7() {
    required(Draft::Draft7, 927);
}

#[test]
fn required_of_draft_2019_09() {
    required(Draft::Draft201909, 1259);
}

#[test]
fn required_of_draft_2020_12() {
    required(Draft::Draft202012, 1299);
}

#[test]
fn required_of_version_1() {
    required(Draft::V1, 1133);
}

fn optional(dir: &str, formats: bool) {
    let Some(suite) = corpus() else { return };
    let mut wrong = Vec::new();
    for draft in Draft::ALL {
        let format = if formats {
            FormatMode::Assert
        } else {
            FormatMode::Dialect
        };
        let content = match draft {
            Draft::Draft7 => ContentMode::Assert,
            _ => ContentMode::Annotation,
        };
        let options = Options {
            draft,
            format,
            content,
            ..Options::STANDARD
        };
        let mut score = Score::default();
        score.files(&suite, &format!("{}/{dir}", folder(draft)), &options);
        println!(
            "{draft}: {} of {} tests of {dir} right",
            score.right, score.all
        );
        wrong.extend(score.wrong);
    }
    assert!(
        wrong.is_empty(),
        "{} wrong\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn optional_tests() {
    optional("optional", false);
}

#[test]
fn format_tests() {
    optional("optional/format", true);
    optional("format", true);
}
