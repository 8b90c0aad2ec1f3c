//! `hit generate`.

use std::fs;
use std::path::Path;
use std::process::Output;

use insta::assert_snapshot;
use serde_json::Value;

use crate::support::{code, folder, hit, path, run, shown, stdout};

const CONFIG: &str = "[[generate]]\nschemas = [\"point.json\"]\nout = \"src/point.rs\"\n";
const POINT: &str = r#"{"type": "object", "required": ["x"], "properties": {"x": {"type": "integer", "minimum": 0, "maximum": 99}}}"#;

fn project(name: &str) -> std::path::PathBuf {
    folder(
        name,
        &[
            ("hit.toml", CONFIG),
            ("point.json", POINT),
            ("src/lib.rs", "mod point;\n"),
        ],
    )
}

fn generate(folder: &Path, arguments: &[&str]) -> Output {
    let arguments = [&["generate"], arguments].concat();
    hit(&arguments)
        .current_dir(folder)
        .output()
        .expect("hit runs")
}

#[test]
fn writes_once_then_nothing() {
    let folder = project("once");
    assert_eq!(
        stdout(&generate(&folder, &["--check"])).lines().next(),
        Some("missing   src/point.rs")
    );
    let first = generate(&folder, &[]);
    assert_snapshot!(shown(&first));
    let text = fs::read_to_string(folder.join("src/point.rs")).expect("the file is written");
    assert!(text.contains("pub x: u8"), "{text}");
    assert!(stdout(&generate(&folder, &[])).starts_with("unchanged src/point.rs"));
    assert_eq!(code(&generate(&folder, &["--check"])), 0);
    assert_eq!(
        code(&generate(&folder.join("src"), &["--check"])),
        0,
        "the configuration is found above"
    );
}

#[test]
fn check_shows_a_diff_and_writes_nothing() {
    let folder = project("check");
    generate(&folder, &[]);
    let before = fs::read(folder.join("src/point.rs")).expect("the file is written");
    fs::write(folder.join("point.json"), POINT.replace("99", "999")).expect("a file");
    let output = generate(&folder, &["--check"]);
    assert_eq!(code(&output), 1);
    let text = stdout(&output);
    for line in [
        "--- src/point.rs",
        "+++ src/point.rs",
        "-    pub x: u8,",
        "+    pub x: u16,",
        "outdated  src/point.rs",
    ] {
        assert!(text.lines().any(|it| it == line), "{line}: {text}");
    }
    assert!(
        text.ends_with("run `hit generate` and commit what it writes\n"),
        "{text}"
    );
    assert_eq!(
        fs::read(folder.join("src/point.rs")).expect("still there"),
        before
    );
    assert!(stdout(&generate(&folder, &[])).starts_with("updated   src/point.rs"));
}

#[test]
fn strict_refuses_places_that_stay_plain_json() {
    let folder = project("strict");
    fs::write(folder.join("point.json"), r#"{"not": {"const": "x"}}"#).expect("a file");
    let output = generate(&folder, &["--strict"]);
    assert_eq!(code(&output), 1, "{}", shown(&output));
    assert!(
        stdout(&output).contains("1 place stays plain JSON\n  point.json:1:1: "),
        "{}",
        shown(&output)
    );
    assert!(!folder.join("src/point.rs").exists());
    assert_eq!(code(&generate(&folder, &[])), 0);
}

#[test]
fn a_faulty_schema_leaves_the_files_as_they_were() {
    let folder = project("faulty-generate");
    generate(&folder, &[]);
    let before = fs::read(folder.join("src/point.rs")).expect("the file is written");
    fs::write(folder.join("point.json"), r#"{"type": "integr"}"#).expect("a file");
    let output = generate(&folder, &[]);
    assert_eq!(code(&output), 2);
    assert!(
        shown(&output).contains("point.json:1:"),
        "{}",
        shown(&output)
    );
    assert_eq!(
        fs::read(folder.join("src/point.rs")).expect("still there"),
        before
    );
}

#[test]
fn schemas_named_on_the_command_line() {
    let folder = project("named");
    let output = generate(
        &folder,
        &["point.json", "--out", "one.rs", "--format", "json"],
    );
    let report: Value = serde_json::from_slice(&output.stdout).expect("the output is JSON");
    assert_eq!(
        (code(&output), &report["files"][0]["state"]),
        (0, &Value::from("created"))
    );
    assert!(folder.join("one.rs").exists());
    assert_eq!(
        code(&generate(&folder, &["point.json"])),
        2,
        "there is no --out"
    );
    assert_eq!(
        code(&generate(&folder, &["absent.json", "--out", "two.rs"])),
        2
    );
}

#[test]
fn configurations_that_are_none() {
    let folder = folder(
        "configurations",
        &[
            ("other.toml", "x = 1\n"),
            ("empty.toml", ""),
            ("near.toml", "[[generate]]\nschema = []\n"),
        ],
    );
    for file in ["absent.toml", "other.toml", "empty.toml", "near.toml"] {
        let output = run(&["generate", "--config", &path(&folder, file)]);
        assert_eq!(code(&output), 2, "{file}");
        assert!(shown(&output).contains(file), "{}", shown(&output));
    }
}
