//! Reports.

use hit_runtime::Report;
use hit_runtime::report::render::{self, Document, Problem, Style, Tool};
use hit_schema::load::NoLoader;
use hit_schema::{Entry, Options};

use super::parts::two;

/// A schema and a document, separated by a line feed: the two roads of the
/// engine agree, and every report can be printed in every way.
pub fn explain(bytes: &[u8]) {
    let Some((schema, document)) = two(bytes) else {
        return;
    };
    let entry = Entry::text("schema.json", schema);
    let Ok(compiled) = hit_schema::compile(&[entry], &NoLoader, &Options::STANDARD) else {
        return;
    };
    let root = compiled.roots[0].node;
    let Ok(checker) = compiled.program.prepare() else {
        return;
    };
    let report = hit_runtime::explain(&checker, root, document);
    print(document, &report);
    if let Ok(value) = serde_json::from_slice(document) {
        // A member twice, and a nesting too deep, are refused in the text alone.
        let plain = report.violations.iter().all(|found| found.code != "json");
        assert!(
            !plain || report.is_ok() == checker.is_valid(root, &value),
            "{report:?}"
        );
    }
}

fn print(text: &[u8], report: &Report) {
    let document = Document {
        name: "document.json",
        text,
        offset: 0,
    };
    for color in [false, true] {
        let style = Style { color, width: 60 };
        let human = render::human(report, &document, style);
        assert_eq!(human.is_empty(), report.violations.is_empty());
    }
    let json = render::json(report).pretty();
    assert!(
        serde_json::from_str::<serde_json::Value>(&json).is_ok(),
        "{json}"
    );
    let tool = Tool {
        name: "hit",
        version: "0",
        information_uri: "https://example.org",
    };
    let sarif = render::sarif(tool, &[("document.json", report)]);
    assert!(
        serde_json::from_str::<serde_json::Value>(&sarif).is_ok(),
        "{sarif}"
    );
    let about = Problem {
        type_uri: "about:blank",
        title: "not valid",
        status: 422,
        limit: 3,
        echo: true,
    };
    drop(render::problem(report, &about).pretty());
}
