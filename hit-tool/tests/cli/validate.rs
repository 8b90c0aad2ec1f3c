//! `hit validate`: documents.

use std::process::Stdio;

use insta::assert_snapshot;
use serde_json::Value;

use crate::support::{code, files, hit, run, run_with, shown, stdout};

const HIT: &str = "schemas/hit.schema.json";
const TYPES: [&str; 6] = ["connection", "download", "play", "search", "upload", "view"];

#[test]
fn accepts_the_examples_of_all_types() {
    for name in TYPES {
        let schema = format!("schemas/{name}.schema.json");
        let files = files(&format!("examples/{name}"));
        let mut arguments = vec!["validate", "--schema", &schema];
        arguments.extend(files.iter().map(String::as_str));
        let output = run(&arguments);
        assert_eq!(code(&output), 0, "{}", shown(&output));
        let counts = format!("{} documents: all valid\n", files.len());
        assert!(stdout(&output).starts_with(&counts), "{}", shown(&output));
    }
}

#[test]
fn refuses_every_invalid_example() {
    for file in files("examples/invalid") {
        let output = run(&["validate", "--schema", HIT, &file]);
        assert_eq!(code(&output), 1, "{file}");
        assert!(
            stdout(&output).contains(&format!("--> {file}:")),
            "{}",
            shown(&output)
        );
    }
}

#[test]
fn explains_everything_that_is_wrong() {
    let file = "examples/invalid/play-many-things-wrong.json";
    assert_snapshot!(shown(&run(&[
        "validate",
        "--schema",
        "schemas/play.schema.json",
        file
    ])));
}

#[test]
fn points_at_names_and_braces() {
    assert_snapshot!(shown(&run(&[
        "validate",
        "--schema",
        "schemas/play.schema.json",
        "examples/invalid/play-range-with-a-member-too-many.json",
        "examples/invalid/play-without-play.json",
        "examples/invalid/twice-the-same-member.json",
    ])));
}

#[test]
fn json_lines() {
    let all = stdout(&run(&["validate", "--schema", HIT, "examples/hits.jsonl"]));
    assert!(all.starts_with("20 documents: all valid\n"), "{all}");
    assert_snapshot!(shown(&run(&[
        "validate",
        "--schema",
        HIT,
        "examples/hits-with-errors.jsonl"
    ])));
}

#[test]
fn as_json() {
    let output = run(&[
        "validate",
        "--schema",
        HIT,
        "--format",
        "json",
        "examples/hits-with-errors.jsonl",
    ]);
    assert_eq!(code(&output), 1);
    let value: Value = serde_json::from_slice(&output.stdout).expect("the output is JSON");
    let documents = value["documents"].as_array().expect("documents");
    let invalid: Vec<u64> = documents
        .iter()
        .filter(|it| it["report"]["valid"] == false)
        .filter_map(|it| it["line"].as_u64())
        .collect();
    assert_eq!(invalid, [3, 6, 8, 11]);
    assert!(documents.iter().all(|it| {
        let violations = it["report"]["violations"].as_array().expect("violations");
        violations
            .iter()
            .all(|violation| violation["line"] == it["line"])
    }));
    assert_eq!(value["counts"]["documents"], 12);
    assert_snapshot!(stdout(&output));
}

#[test]
fn json_of_no_document_is_json() {
    let output = run_with(
        &["validate", "--schema", HIT, "--format", "json", "--lines"],
        b"\n\n",
    );
    let value: Value = serde_json::from_slice(&output.stdout).expect("the output is JSON");
    assert_eq!(
        (code(&output), &value["counts"]["documents"]),
        (0, &Value::from(0))
    );
}

#[test]
fn as_sarif() {
    let file = "examples/invalid/play-many-things-wrong.json";
    let output = run(&["validate", "--schema", HIT, "--format", "sarif", file]);
    assert_eq!(code(&output), 1);
    serde_json::from_slice::<Value>(&output.stdout).expect("the output is JSON");
    let version = format!("\"version\":\"{}\"", env!("CARGO_PKG_VERSION"));
    assert_snapshot!(stdout(&output).replace(&version, "\"version\":\"[version]\""));
}

#[test]
fn standard_input() {
    let output = run_with(&["validate", "--schema", HIT, "-"], b"{\"type\": \"VIEW\"");
    assert_snapshot!(shown(&output));
    let no_file = run_with(&["validate", "--schema", HIT], b"{\"type\": \"VIEW\"");
    assert_eq!(output.stdout, no_file.stdout);
    let lines = run_with(&["validate", "--schema", HIT, "--lines"], b"1\n\n2\n");
    assert!(stdout(&lines).contains("<stdin>:3:1"), "{}", shown(&lines));
}

#[test]
fn an_unreadable_file_is_2_and_the_others_are_checked() {
    let output = run(&[
        "validate",
        "--schema",
        HIT,
        "absent.json",
        "examples/view/one-media.json",
    ]);
    assert_snapshot!(shown(&output));
}

#[test]
fn no_document_makes_it_panic() {
    let deep = "[".repeat(100_000);
    for text in [
        "",
        " ",
        "\u{feff}{}",
        "nul",
        "1e999",
        "\"\\ud800\"",
        "{\"a\":1,\"a\":2}",
        &deep,
    ] {
        let output = run_with(&["validate", "--schema", HIT], text.as_bytes());
        assert_eq!(code(&output), 1, "{text:.20}: {}", shown(&output));
        assert!(output.stderr.is_empty(), "{text:.20}: {}", shown(&output));
    }
    let output = run_with(&["validate", "--schema", HIT], b"{\"a\": \"\xff\"}");
    assert_eq!(code(&output), 1);
}

#[test]
fn colors_only_when_asked() {
    let arguments = [
        "validate",
        "--schema",
        HIT,
        "examples/invalid/type-unknown.json",
    ];
    let colored = |extra: &[&str]| stdout(&run(&[&arguments, extra].concat())).contains('\u{1b}');
    assert!(!colored(&[]), "standard output is no terminal");
    assert!(!colored(&["--color", "never"]));
    assert!(colored(&["--color", "always"]));
}

#[test]
fn a_reader_that_leaves_is_no_panic() {
    let mut child = hit(&[
        "validate", "--schema", HIT, "--lines", "--format", "json", "-",
    ])
    .stdin(Stdio::piped())
    .stdout(Stdio::piped())
    .stderr(Stdio::piped())
    .spawn()
    .expect("hit runs");
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("standard input is piped");
    let writer = std::thread::spawn(move || {
        // Ends when hit does: writing then fails.
        for _ in 0..20_000 {
            if std::io::Write::write_all(&mut stdin, b"{\"type\": 1}\n").is_err() {
                break;
            }
        }
    });
    let output = child.wait_with_output().expect("hit ends");
    writer.join().expect("the writer ends");
    assert_eq!(
        (code(&output), output.stderr.as_slice()),
        (2, b"".as_slice())
    );
}
