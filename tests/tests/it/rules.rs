//! The rules of hits in generated types: what the interpreter says, they say.

use std::collections::BTreeSet;

use hit_model::{Hit, RulesContext, RulesContextSource, Valid, Validate};
use hit_runtime::{NotEvaluated, Outside, Violation};
use serde_json::Value;

use crate::support::{HITS, json_files, text};

const IDS: [&str; 9] = [
    "origin-or-client-id",
    "play.duration-within-length",
    "play.range-order",
    "play.range-within-length",
    "search.folder-named",
    "session-is-not-a-known-user",
    "session-is-not-a-user",
    "upload.space-named",
    "user-is-identified",
];

/// Examples of a rule: the path of each, its text and its context.
fn examples(id: &str) -> Vec<(String, String, Option<String>)> {
    let folder = format!("examples/rules/{id}");
    let all = json_files(&folder);
    let there = |name: String| all.contains(&name).then(|| text(&name));
    let hits = all.iter().filter(|path| !path.contains("context.json"));
    hits.map(|path| {
        let stem = path.trim_end_matches(".json");
        let own = there(format!("{stem}.context.json"));
        let shared = match path.contains("/not-evaluated") {
            true => None,
            false => there(format!("{folder}/context.json")),
        };
        (path.clone(), text(path), own.or(shared))
    })
    .collect()
}

type Said = (
    BTreeSet<(String, String, String, String)>,
    BTreeSet<(String, String, String)>,
);

/// Codes, places, schema places and messages; and what was not evaluated.
fn said(violations: &[Violation], open: &[NotEvaluated]) -> Said {
    let violation = |it: &Violation| {
        // Documents have other names in the bundle than in the generated code.
        let schema = it.schema.rsplit('/').next().unwrap_or_default().to_owned();
        (
            it.code.clone(),
            it.instance.to_string(),
            schema,
            it.message.clone(),
        )
    };
    let open = open.iter().map(|it| {
        (
            it.id.clone(),
            it.instance.to_string(),
            it.reason.to_string(),
        )
    });
    (violations.iter().map(violation).collect(), open.collect())
}

#[test]
fn examples_are_judged_as_their_names_say_and_as_the_interpreter_does() {
    let (mut accepted, mut refused, mut open) = (0, 0, 0);
    for id in IDS {
        for (path, text, context) in examples(id) {
            let name = path.rsplit('/').next().unwrap_or_default();
            let value: Value = serde_json::from_str(&text).expect("JSON");
            let values: Value =
                serde_json::from_str(context.as_deref().unwrap_or("{}")).expect("JSON");
            let outside = |reading| Outside {
                context: Some(&values),
                old: None,
                reading,
                failed: false,
            };
            let ctx: RulesContext = serde_json::from_value(values.clone()).expect("a context");
            let report = match Hit::from_slice(text.as_bytes()) {
                Ok(hit) => {
                    let report = hit.validate(&ctx);
                    let wanted = HITS.interpreted(&value, &outside(false));
                    assert_eq!(
                        said(&report.violations, &report.not_evaluated),
                        said(&wanted.violations, &wanted.not_evaluated),
                        "{path}"
                    );
                    report
                }
                Err(report) => {
                    let wanted = HITS.interpreted(&value, &outside(true));
                    assert_eq!(
                        said(&report.violations, &report.not_evaluated),
                        said(&wanted.violations, &wanted.not_evaluated),
                        "{path}"
                    );
                    assert!(
                        report.violations.iter().all(|it| it.span.is_some()),
                        "{path}"
                    );
                    report
                }
            };
            let told = report.violations.iter().any(|it| it.code == id);
            if name.starts_with("accept") {
                assert!(report.is_ok(), "{path}: {report:?}");
                accepted += 1;
            } else if name.starts_with("reject") {
                assert!(told && !report.is_ok(), "{path}: {report:?}");
                refused += 1;
            } else {
                let left = report.not_evaluated.iter().any(|it| it.id == id);
                assert!(left && report.is_ok(), "{path}: {report:?}");
                open += 1;
            }
        }
    }
    assert!(
        accepted >= 9 && refused >= 9 && open >= 4,
        "{accepted} {refused} {open}"
    );
}

#[test]
fn what_is_wrong_elsewhere_keeps_only_its_own_rules_from_running() {
    let wrong = r#"{ "type": "PLAY", "date": "yesterday", "sessionId": "s", "ip": "127.0.0.1",
        "users": [{ "userId": "s" }, {}], "medias": ["1"],
        "play": { "duration": -1, "ranges": [{ "start": 2, "end": 1 }, { "start": "x", "end": 1 }] } }"#;
    let report = Hit::from_slice(wrong.as_bytes()).expect_err("much is wrong");
    let codes: Vec<(&str, &str)> = report
        .violations
        .iter()
        .map(|it| (it.code.as_str(), it.instance.as_str()))
        .collect();
    for found in [
        ("pattern", "/date"),
        ("session-is-not-a-user", "/users/0/userId"),
        ("user-is-identified", "/users/1"),
        ("play.range-order", "/play/ranges/0/end"),
    ] {
        assert!(codes.contains(&found), "{found:?}: {codes:?}");
    }
    let open: Vec<_> = report
        .not_evaluated
        .iter()
        .map(|it| (it.id.as_str(), it.instance.as_str()))
        .collect();
    assert_eq!(open, [("play.range-order", "/play/ranges/1")]);
}

/// Answers from what an application has, without whole maps.
struct Catalog;

impl RulesContextSource for Catalog {
    fn media_lengths(&self, key: &str) -> Option<f64> {
        (key == "9120").then_some(60.0)
    }

    fn known_users(&self, item: &str) -> Option<bool> {
        Some(item == "root")
    }
}

fn play(duration: u32, session: &str) -> Hit {
    let text = format!(
        r#"{{ "type": "PLAY", "date": "2020-07-15T10:00:00", "origin": 0, "sessionId": "{session}", "ip": "127.0.0.1",
        "users": [{{ "userId": "1" }}], "medias": ["9120"], "play": {{ "duration": {duration}, "ranges": [] }} }}"#
    );
    Hit::from_slice(text.as_bytes()).expect("a good hit")
}

#[test]
fn an_application_answers_from_its_own_catalog() {
    let valid = Valid::new(play(59, "a"), &Catalog).expect("it is short enough");
    assert_eq!(valid.not_evaluated(), []);
    let refused = |hit: Hit| Valid::new(hit, &Catalog).expect_err("refused");
    assert_eq!(
        refused(play(61, "a")).violations[0].code,
        "play.duration-within-length"
    );
    assert_eq!(
        refused(play(61, "a")).violations[0].instance.as_str(),
        "/play/duration"
    );
    assert_eq!(
        refused(play(1, "root")).violations[0].code,
        "session-is-not-a-known-user"
    );
}
