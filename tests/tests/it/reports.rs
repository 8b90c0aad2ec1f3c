//! What a person and a machine are told of every wrong example.

use hit_model::explain;
use hit_runtime::report::render::{Document, Style, Tool, human, json, sarif};
use insta::{Settings, assert_snapshot};

use crate::support::examples;

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
    let _: serde_json::Value = serde_json::from_str(&log).expect("JSON");
    settings().bind(|| assert_snapshot!("sarif", log));
}
