//! The rules of hits, and rules that are wrong.

use std::fmt::Write as _;
use std::fs;

use insta::assert_snapshot;
use serde_json::Value;

use crate::support::{code, files, folder, hit, path, root, run, run_with, shown, stdout};

const HIT: &str = "schemas/hit.schema.json";

/// Every rule of hits, and where its bad examples are wrong.
const RULES: [(&str, &[&str]); 9] = [
    ("origin-or-client-id", &["/origin"]),
    ("play.duration-within-length", &["/play/duration"]),
    ("play.range-order", &["/play/ranges/1/end"]),
    ("play.range-within-length", &["/play/ranges/1/end"]),
    ("search.folder-named", &["/folders"]),
    ("session-is-not-a-known-user", &["/sessionId"]),
    (
        "session-is-not-a-user",
        &["/users/0/userId", "/users/1/userId"],
    ),
    ("upload.space-named", &["/upload/contributionSpaceId"]),
    ("user-is-identified", &["/users/0", "/users/1"]),
];

/// Rules that ask for a value from outside.
const FROM_OUTSIDE: [&str; 4] = [
    "origin-or-client-id",
    "play.duration-within-length",
    "play.range-within-length",
    "session-is-not-a-known-user",
];

struct Example {
    file: String,
    /// `accept`, `reject` or `not-evaluated`, and what follows.
    name: String,
    context: Option<String>,
}

fn examples(id: &str) -> Vec<Example> {
    let folder = format!("examples/rules/{id}");
    let all = files(&folder);
    let there = |name: String| all.contains(&name).then_some(name);
    let mut found = Vec::new();
    for file in &all {
        let stem = file.trim_end_matches(".json");
        if stem.ends_with("context") {
            continue;
        }
        let name = stem.rsplit('/').next().unwrap_or_default().to_owned();
        let shared = match name.starts_with("not-evaluated") {
            true => None,
            false => there(format!("{folder}/context.json")),
        };
        let context = there(format!("{stem}.context.json")).or(shared);
        found.push(Example {
            file: file.clone(),
            name,
            context,
        });
    }
    found
}

fn validate(example: &Example, more: &[&str]) -> std::process::Output {
    let mut arguments = vec!["validate", "--schema", HIT, &example.file];
    if let Some(context) = &example.context {
        arguments.extend(["--context", context]);
    }
    arguments.extend(more);
    run(&arguments)
}

#[test]
fn every_rule_of_hits_has_its_examples() {
    let mut folders: Vec<String> = fs::read_dir(root().join("examples/rules"))
        .expect("the folder is there")
        .map(|entry| {
            entry
                .expect("readable")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    folders.sort();
    assert_eq!(folders, RULES.map(|(id, _)| id));
    for (id, places) in RULES {
        let mut kinds = Vec::new();
        let mut refused = Vec::new();
        for example in examples(id) {
            let output = validate(&example, &["--format", "json"]);
            let report: Value = serde_json::from_slice(&output.stdout)
                .unwrap_or_else(|_| panic!("{}", shown(&output)));
            let document = &report["documents"][0];
            let empty = Vec::new();
            let open = document["not_evaluated"].as_array().unwrap_or(&empty);
            let open = open.iter().any(|one| one["id"] == id);
            let violations = document["report"]["violations"].as_array().expect("a list");
            let kind = ["accept", "reject", "not-evaluated"]
                .into_iter()
                .find(|kind| example.name.starts_with(kind))
                .unwrap_or_else(|| panic!("what is {}?", example.file));
            kinds.push(kind);
            let wanted = match kind {
                "accept" => (0, 0, false),
                "reject" => (1, 1, false),
                _ => (0, 0, true),
            };
            assert_eq!(
                (code(&output), violations.len(), open),
                wanted,
                "{}",
                shown(&output)
            );
            for violation in violations {
                assert_eq!(violation["code"], id, "{}", example.file);
                refused.push(
                    violation["instance"]
                        .as_str()
                        .expect("a pointer")
                        .to_owned(),
                );
            }
        }
        refused.sort();
        refused.dedup();
        assert_eq!(refused, places, "{id}");
        assert!(
            kinds.contains(&"accept") && kinds.contains(&"reject"),
            "{id}"
        );
        assert_eq!(
            kinds.contains(&"not-evaluated"),
            FROM_OUTSIDE.contains(&id),
            "{id}"
        );
    }
}

#[test]
fn messages_of_the_rules_of_hits() {
    let mut text = String::new();
    for (id, _) in RULES {
        for example in examples(id) {
            if example.name.starts_with("reject") {
                let _ = writeln!(text, "{}", stdout(&validate(&example, &[])));
            }
        }
    }
    assert_snapshot!(text);
}

#[test]
fn what_is_not_evaluated_is_told() {
    assert_snapshot!(shown(&run(&[
        "validate",
        "--schema",
        HIT,
        "examples/rules/play.range-within-length/not-evaluated-other-media.json",
        "examples/rules/play.range-within-length/not-evaluated.json",
        "--context",
        "examples/rules/play.range-within-length/not-evaluated-other-media.context.json",
    ])));
    let sarif = run(&[
        "validate",
        "--schema",
        HIT,
        "--format",
        "sarif",
        "examples/rules/origin-or-client-id/not-evaluated.json",
    ]);
    let told = String::from_utf8_lossy(&sarif.stderr).into_owned();
    assert!(
        told.contains("not evaluated: origin-or-client-id (ctx.headers is not known)"),
        "{told}"
    );
}

#[test]
fn rules_run_beside_what_else_is_wrong() {
    let hit = r#"{"date": "2026-03-02T14:20:31", "type": "PLAY", "sessionId": "12", "ip": "nowhere", "users": [{"userId": "12"}],
        "medias": ["9120"], "play": {"duration": -1, "ranges": [{"start": 2, "end": 1}]}}"#;
    let schema = "schemas/play.schema.json";
    assert_snapshot!(shown(&run_with(
        &["validate", "--schema", schema],
        hit.as_bytes()
    )));
}

#[test]
fn contexts_that_are_none() {
    let folder = folder(
        "contexts",
        &[
            ("text.json", "{"),
            ("wrong.json", r#"{"headers": {"a": 1}}"#),
            ("unknown.json", r#"{"header": {}}"#),
        ],
    );
    let sample = "examples/connection/documented-sample.json";
    for file in ["text.json", "wrong.json", "unknown.json", "absent.json"] {
        let context = path(&folder, file);
        let output = run(&["validate", "--schema", HIT, "--context", &context, sample]);
        assert_eq!(code(&output), 2, "{}", shown(&output));
        assert!(shown(&output).contains(file), "{}", shown(&output));
    }
    let context = path(&folder, "wrong.json");
    let schema = "schemas/common.schema.json#/$defs/UserId";
    let output = run_with(
        &["validate", "--schema", schema, "--context", &context],
        b"\"1\"",
    );
    assert_eq!(code(&output), 2, "the schema has no context");
}

/// The schema of a hit with a misspelt member in a rule.
fn misspelt() -> String {
    let text = fs::read_to_string(root().join("schemas/play.schema.json")).expect("readable");
    text.replacen("self.play.duration <=", "self.play.durationn <=", 1)
}

#[test]
fn a_misspelt_member_in_a_rule_stops_generating() {
    let common = fs::read_to_string(root().join("schemas/common.schema.json")).expect("readable");
    let play = misspelt();
    let folder = folder(
        "misspelt",
        &[
            ("play.schema.json", play.as_str()),
            ("common.schema.json", &common),
        ],
    );
    let output = hit(&["generate", "play.schema.json", "--out", "play.rs"])
        .current_dir(&folder)
        .output()
        .expect("hit runs");
    assert_snapshot!(shown(&output));
    assert!(!folder.join("play.rs").exists());
    let schema = path(&folder, "play.schema.json");
    let output = run_with(&["validate", "--schema", &schema], b"1");
    assert_eq!(code(&output), 2);
}
