//! `hit diff` and `hit sample`.

use std::path::PathBuf;
use std::process::Command;

use crate::support::{code, hit, run, stdout};

/// A folder of its own, with files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("hit-diff-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (file, text) in files {
        std::fs::write(folder.join(file), text).unwrap();
    }
    folder
}

const OLD: &str = r#"{"type": "object", "properties": {"n": {"maximum": 5}}}"#;
const NEW: &str = r#"{"type": "object", "properties": {"n": {"maximum": 4}}}"#;
const OPEN: &str = r#"{"$ref": "https://example.org/other.json"}"#;

#[test]
fn exit_codes_tell_verdicts_apart() {
    let files = [("old.json", OLD), ("new.json", NEW), ("open.json", OPEN)];
    let folder = folder("codes", &files);
    let diff = |arguments: &[&str]| {
        let output = hit(&["diff"])
            .args(arguments)
            .current_dir(&folder)
            .output()
            .unwrap();
        (code(&output), stdout(&output))
    };
    let (exit, text) = diff(&["old.json", "new.json"]);
    assert_eq!(exit, 1, "{text}");
    assert!(
        text.contains("maximum-changed: `maximum` changed from 5 to 4"),
        "{text}"
    );
    assert!(text.contains("new.json:1:"), "{text}");
    assert_eq!(diff(&["new.json", "old.json"]).0, 0);
    assert_eq!(diff(&["new.json", "old.json", "--mode", "full"]).0, 1);
    assert_eq!(diff(&["old.json", "open.json"]).0, 3);
    assert_eq!(diff(&["old.json", "open.json", "--undecided", "warn"]).0, 0);
    assert_eq!(diff(&["old.json"]).0, 2);
    assert_eq!(diff(&["old.json", "absent.json"]).0, 2);

    let (_, json) = diff(&["old.json", "new.json", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(report["verdict"], "breaking");
    let fingerprint = report["changes"][0]["fingerprint"].as_str().unwrap();
    assert_eq!(diff(&["accept", fingerprint]).0, 2, "a reason is needed");
    assert_eq!(diff(&["accept", fingerprint, "--reason", "wanted"]).0, 0);
    assert_eq!(diff(&["old.json", "new.json"]).0, 0);
    assert_eq!(
        diff(&["old.json", "new.json", "--accept", "other.json"]).0,
        1
    );
}

#[test]
fn revisions_are_read_with_their_neighbors() {
    let main = r#"{"$id": "https://example.org/s/main.json", "items": {"$ref": "part.json"}}"#;
    let part = r#"{"$id": "https://example.org/s/part.json", "maximum": 5}"#;
    let folder = folder("git", &[("main.json", main), ("part.json", part)]);
    let git = |arguments: &[&str]| {
        let identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"];
        let status = Command::new("git")
            .args(identity)
            .args(arguments)
            .current_dir(&folder)
            .output()
            .unwrap();
        assert!(status.status.success(), "{status:?}");
    };
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-q", "-m", "first"]);
    let diff = || {
        hit(&["diff", "--against", "git:HEAD", "main.json"])
            .current_dir(&folder)
            .output()
            .unwrap()
    };
    assert_eq!(code(&diff()), 0);
    std::fs::write(folder.join("part.json"), part.replace('5', "4")).unwrap();
    let output = diff();
    assert_eq!(code(&output), 1);
    assert!(stdout(&output).contains("part.json"), "{}", stdout(&output));
}

#[test]
fn each_version_has_its_own_neighbors() {
    let main = r#"{"$id": "https://example.org/s/main.json", "items": {"$ref": "part.json"}}"#;
    let part =
        |limit: u32| format!(r#"{{"$id": "https://example.org/s/part.json", "maximum": {limit}}}"#);
    let versions =
        ["one", "two"].map(|name| folder(&format!("neighbors-{name}"), &[("main.json", main)]));
    for (folder, limit) in versions.iter().zip([5, 4]) {
        std::fs::write(folder.join("part.json"), part(limit)).unwrap();
    }
    let [old, new] = versions
        .each_ref()
        .map(|folder| folder.join("main.json").display().to_string());
    let output = run(&["diff", &old, &new]);
    assert_eq!(code(&output), 1, "{}", stdout(&output));
    assert_eq!(code(&run(&["diff", &new, &old])), 0);
}

#[test]
fn the_schema_of_reports_is_published() {
    let output = run(&["diff", "schema"]);
    assert_eq!(code(&output), 0);
    let schema: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(schema["title"], "Drift report");
}

#[test]
fn samples_are_what_was_asked_for() {
    let schema = "schemas/play.schema.json";
    let output = run(&["sample", "--schema", schema, "-n", "6", "--seed", "4"]);
    assert_eq!(code(&output), 0);
    let again = run(&["sample", "--schema", schema, "-n", "6", "--seed", "4"]);
    assert_eq!(output.stdout, again.stdout);
    let mut lines: Vec<String> = stdout(&output).lines().map(str::to_owned).collect();
    lines.sort();
    lines.dedup();
    assert_eq!(lines.len(), 6);
    let output = run(&[
        "sample",
        "--schema",
        schema,
        "-n",
        "5",
        "--invalid",
        "--format",
        "json",
    ]);
    assert_eq!(code(&output), 0);
    for line in stdout(&output).lines() {
        let sample: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(sample["violation"]["keyword"].is_string(), "{line}");
        assert_eq!(sample["independent"], true);
    }
}
