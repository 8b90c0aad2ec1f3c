//! What a person and a machine are told of every wrong example.

use hit_model::explain;
use hit_runtime::report::render::{Document, Style, Tool, human, json, sarif};
use insta::{Settings, assert_snapshot};
use serde_json::Value;

use crate::support::{examples, text};

/// Settings under which a snapshot is named after what it shows alone.
fn settings() -> Settings {
    let mut settings = Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_snapshot_path("snapshots/reports");
    settings.set_omit_expression(true);
    settings
}

#[test]
fn of_every_wrong_example() {
    settings().bind(|| {
        for (path, text, _) in examples().into_iter().filter(|(_, _, good)| !good) {
            let report = explain(&text);
            let document = Document {
                name: &path,
                text: text.as_bytes(),
                offset: 0,
            };
            let style = Style {
                color: false,
                width: 100,
            };
            let shown = format!(
                "{}\n{}",
                human(&report, &document, style),
                json(&report).pretty()
            );
            let name = path
                .rsplit('/')
                .next()
                .unwrap_or(&path)
                .trim_end_matches(".json");
            assert_snapshot!(name, shown);
        }
    });
}

#[test]
fn for_code_scanning() {
    let wrong = examples().into_iter().filter(|(_, _, good)| !good);
    let reports: Vec<_> = wrong
        .map(|(path, text, _)| (path, explain(&text)))
        .collect();
    let files: Vec<_> = reports
        .iter()
        .map(|(path, report)| (path.as_str(), report))
        .collect();
    let tool = Tool {
        name: "hit",
        version: "0.0.0",
        information_uri: "https://github.com/hit-rs/hit",
    };
    let log = sarif(tool, &files);
    is_sarif(&log);
    settings().bind(|| assert_snapshot!("sarif", log));
}

/// Holds what SARIF demands, and that every result names its rule.
fn is_sarif(log: &str) {
    let log: Value = serde_json::from_str(log).expect("JSON");
    let schema = serde_json::from_str(&text("tests/schemas/sarif-essentials.json")).expect("JSON");
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("a schema");
    let errors: Vec<String> = validator
        .iter_errors(&log)
        .map(|it| it.to_string())
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let run = &log["runs"][0];
    let results = run["results"].as_array().expect("results");
    assert!(results.len() > 20, "{} results", results.len());
    for result in results {
        let index =
            usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("an index");
        assert_eq!(
            run["tool"]["driver"]["rules"][index]["id"],
            result["ruleId"]
        );
    }
}
