//! Every example, judged by the generated type, by the engine and by an
//! independent crate.

use hit_model::{Hit, explain};
use hit_model::{RulesContext, Validate};
use hit_runtime::number::json_eq;
use serde_json::Value;

use crate::support::{HITS, examples, text};

#[test]
fn three_judges_agree_on_every_example() {
    let examples = examples();
    assert!(examples.len() > 40, "{} examples", examples.len());
    for (path, text, good) in examples {
        let hit = serde_json::from_str::<Hit>(&text);
        assert_eq!(hit.is_ok(), good, "{path}: {hit:?}");
        assert_eq!(explain(&text).is_ok(), good, "{path}");
        assert_eq!(Hit::from_slice(text.as_bytes()).is_ok(), good, "{path}");
        let Ok(value) = serde_json::from_str::<Value>(&text) else {
            continue;
        };
        if path.contains("twice") {
            // A `Value` keeps one of two members of the same name.
            continue;
        }
        assert_eq!(HITS.engine(&value), good, "{path}");
        assert_eq!(HITS.independent(&value), good, "{path}");
        if let Ok(hit) = hit {
            let written = serde_json::to_value(&hit).expect("JSON");
            assert!(json_eq(&written, &value), "{path}: {written}");
            assert!(hit.validate(&RulesContext::default()).is_ok(), "{path}");
        }
    }
}

#[test]
fn lines_are_judged_as_the_readme_of_the_examples_says() {
    let refused = |path: &str| -> Vec<usize> {
        let text = text(path);
        let lines = text.lines().enumerate();
        lines
            .filter(|(_, line)| Hit::from_slice(line.as_bytes()).is_err())
            .map(|(at, _)| at + 1)
            .collect()
    };
    assert!(refused("examples/hits.jsonl").is_empty());
    assert_eq!(refused("examples/hits-with-errors.jsonl"), [3, 6, 8, 11]);
}

#[test]
fn every_refusal_has_a_place() {
    for (path, text, _) in examples().into_iter().filter(|(_, _, good)| !good) {
        let report = Hit::from_slice(text.as_bytes()).expect_err(&path);
        assert!(!report.violations.is_empty(), "{path}");
        for violation in &report.violations {
            assert!(violation.span.is_some(), "{path}: {violation:?}");
        }
    }
}
