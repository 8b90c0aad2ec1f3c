//! How reports are rendered, as snapshots; and that no report makes rendering fail.

use hit_runtime::report::render::{
    Document, Problem, SarifLog, Style, Tool, human, json, problem, sarif,
};
use hit_runtime::{NotEvaluated, Pointer, Reason, Report, Severity, Span, Violation};
use insta::assert_snapshot;
use proptest::prelude::*;

const PLAIN: Style = Style {
    color: false,
    width: 80,
};
const TOOL: Tool<'_> = Tool {
    name: "hit",
    version: "1.2.3",
    information_uri: "https://github.com/hit-rs/hit",
};

fn document(text: &str) -> Document<'_> {
    Document {
        name: "play.json",
        text: text.as_bytes(),
        offset: 0,
    }
}

/// The span of the first `needle` in `text`.
fn span(text: &str, needle: &str) -> Span {
    let start = text.find(needle).expect("the needle is in the text");
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    Span {
        start,
        end: start + needle.len(),
        line: u32::try_from(text[..start].matches('\n').count()).expect("short") + 1,
        column: u32::try_from(text[line_start..start].chars().count()).expect("short") + 1,
    }
}

fn violation(code: &str, instance: &str, message: &str, span: Option<Span>) -> Violation {
    Violation {
        code: code.to_owned(),
        severity: Severity::Error,
        instance: Pointer::from_escaped(instance),
        schema: format!("play.schema.json#/{code}"),
        message: message.to_owned(),
        span,
    }
}

fn one(violation: Violation) -> Report {
    vec![violation].into()
}

fn several() -> Report {
    let text = TEXT;
    let mut late = violation(
        "play.slow",
        "/play",
        "took \u{1b}[2Jlong",
        Some(span(text, "{ \"duration")),
    );
    late.severity = Severity::Warning;
    vec![
        violation(
            "minimum",
            "/play/duration",
            "-1 is less than the minimum of 0",
            Some(span(text, "-1")),
        ),
        violation("required", "", "`sessionId` is missing", None),
        late,
    ]
    .into()
}

const TEXT: &str =
    "{\n  \"type\": \"PLAY\",\n  \"play\": { \"duration\": -1, \"ranges\": [] }\n}\n";

/// A rule that does not hold, and two that were not evaluated.
fn partly_evaluated() -> Report {
    let mut report = one(violation("play.order", "/play", "ends early", None));
    let open = |id: &str, instance: &str, reason| NotEvaluated {
        id: id.to_owned(),
        instance: Pointer::from_escaped(instance),
        reason,
    };
    report.not_evaluated = vec![
        open("play.length", "", Reason::Unknown("ctx.length".to_owned())),
        open("play.range", "/play/ranges/0", Reason::InvalidInput),
    ];
    report
}

#[test]
fn rules_that_were_not_evaluated() {
    let report = partly_evaluated();
    let shown = [
        human(&report, &document(TEXT), PLAIN),
        json(&report).pretty(),
        problem(&report, &about(1, false)).pretty(),
        sarif(TOOL, &[("play.json", &report)]),
    ];
    assert_snapshot!(shown.join("\n--\n"));
}

#[test]
fn several_violations() {
    assert_snapshot!(human(&several(), &document(TEXT), PLAIN));
}

#[test]
fn colors() {
    let style = Style {
        color: true,
        ..PLAIN
    };
    assert_snapshot!(
        human(&several(), &document(TEXT), style)
            .escape_debug()
            .to_string()
            .replace("\\n", "\n")
    );
}

#[test]
fn nothing_to_say() {
    assert_eq!(human(&Report::default(), &document(TEXT), PLAIN), "");
}

#[test]
fn tabs_wide_and_combining_characters() {
    let text = "{\t\"名\": \"e\u{301}😀\", \"n\": 12 }\r\n";
    assert_snapshot!(human(
        &one(violation(
            "type",
            "/n",
            "found integer",
            Some(span(text, "12"))
        )),
        &document(text),
        PLAIN
    ));
}

#[test]
fn a_wide_value_has_wide_carets() {
    let text = "{ \"n\": \"漢字\" }";
    assert_snapshot!(human(
        &one(violation(
            "enum",
            "/n",
            "not listed",
            Some(span(text, "\"漢字\""))
        )),
        &document(text),
        PLAIN
    ));
}

#[test]
fn a_value_of_several_lines_is_marked_to_the_end_of_its_first() {
    assert_snapshot!(human(
        &one(violation(
            "type",
            "",
            "found object",
            Some(span(TEXT, TEXT.trim_end()))
        )),
        &document(TEXT),
        PLAIN
    ));
}

#[test]
fn a_long_line_shows_what_is_around_the_caret() {
    let text = format!("[{}-1{}]", "10, ".repeat(5000), ", 10".repeat(5000));
    assert_snapshot!(human(
        &one(violation(
            "minimum",
            "/5000",
            "too small",
            Some(span(&text, "-1"))
        )),
        &document(&text),
        PLAIN
    ));
}

#[test]
fn a_long_value_is_cut() {
    let text = format!("[1, \"{}\", 2]", "x".repeat(9000));
    let long = text[4..text.len() - 4].to_owned();
    assert_snapshot!(human(
        &one(violation(
            "maxLength",
            "/1",
            "too long",
            Some(span(&text, &long))
        )),
        &document(&text),
        PLAIN
    ));
}

#[test]
fn a_caret_stands_at_the_end_of_the_text() {
    let at = Span {
        start: 8,
        end: 8,
        line: 1,
        column: 9,
    };
    assert_snapshot!(human(
        &one(violation("json", "", "the text ends early", Some(at))),
        &document("{\"a\": 1 "),
        PLAIN
    ));
}

#[test]
fn invalid_utf8_and_control_characters_are_shown_escaped() {
    let document = Document {
        name: "a\nb.json",
        text: b"{\"a\": \"\x1b[31m\xff\x07\"}",
        offset: 0,
    };
    let at = Span {
        start: 6,
        end: 14,
        line: 1,
        column: 7,
    };
    assert_snapshot!(human(
        &one(violation("json", "/a\u{202e}", "invalid UTF-8", Some(at))),
        &document,
        PLAIN
    ));
}

#[test]
fn a_part_of_a_file() {
    let line = "{\"n\":-1}";
    let report = one(violation(
        "minimum",
        "/n",
        "too small",
        Some(span(line, "-1")),
    ))
    .moved_by(41, 7000);
    let document = Document {
        name: "hits.jsonl",
        text: line.as_bytes(),
        offset: 7000,
    };
    assert_snapshot!(human(&report, &document, PLAIN));
}

#[test]
fn as_json() {
    assert_snapshot!(json(&several()).pretty());
}

#[test]
fn as_sarif() {
    let (first, second) = (
        several(),
        one(violation("minimum", "/a", "too small", None)),
    );
    assert_snapshot!(sarif(
        TOOL,
        &[
            ("hits/play one.json", &first),
            ("/abs/ü.json", &second),
            ("a:b.json", &second)
        ]
    ));
}

#[test]
fn sarif_is_json_of_the_documented_shape() {
    let log: serde_json::Value =
        serde_json::from_str(&sarif(TOOL, &[("play.json", &several())])).expect("SARIF is JSON");
    assert_eq!(log["version"], "2.1.0");
    let rules = &log["runs"][0]["tool"]["driver"]["rules"];
    for result in log["runs"][0]["results"].as_array().expect("results") {
        let index =
            usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small");
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
}

#[test]
fn an_empty_sarif_log() {
    let log: serde_json::Value = serde_json::from_str(&sarif(TOOL, &[])).expect("SARIF is JSON");
    assert_eq!(log["runs"][0]["results"], serde_json::json!([]));
}

fn about(limit: usize, echo: bool) -> Problem<'static> {
    Problem {
        type_uri: "https://hit.example/problems/invalid-hit",
        title: "The hit is not valid",
        status: 422,
        limit,
        echo,
    }
}

#[test]
fn as_problem_without_values() {
    let mut report = several();
    report.violations.push(violation(
        "play.range-order",
        "/play/ranges/0/a b~1%",
        "5 > 3",
        None,
    ));
    let text = problem(&report, &about(20, false)).pretty();
    assert!(!text.contains("-1"), "a value of the document is echoed");
    assert_snapshot!(text);
}

#[test]
fn as_problem_with_values_and_a_limit() {
    assert_snapshot!(problem(&several(), &about(1, true)).pretty());
}

prop_compose! {
    fn any_violation()(
        code in "\\PC{0,12}", message in any::<String>(), instance in any::<String>(), warning in any::<bool>(),
        span in proptest::option::of((0usize..300, 0usize..300, any::<u32>(), any::<u32>())),
    ) -> Violation {
        Violation {
            code,
            severity: if warning { Severity::Warning } else { Severity::Error },
            instance: Pointer::from_escaped(instance),
            schema: String::new(),
            message,
            span: span.map(|(start, end, line, column)| Span { start, end, line, column }),
        }
    }
}

proptest! {
    #[test]
    fn no_report_makes_rendering_fail(
        violations in proptest::collection::vec(any_violation(), 0..4),
        text in proptest::collection::vec(any::<u8>(), 0..200),
        offset in 0usize..50, width in 0usize..120, color in any::<bool>(), echo in any::<bool>(),
    ) {
        let report = Report::from(violations);
        let shown = human(&report, &Document { name: "x", text: &text, offset }, Style { color, width });
        let control = |c: char| c.is_control() && c != '\n' && !(color && c == '\u{1b}');
        prop_assert!(!shown.contains(control));
        let value: serde_json::Value = serde_json::from_str(&json(&report).to_string()).expect("JSON");
        prop_assert_eq!(&value, &json(&report).to_value());
        prop_assert_eq!(value["valid"].as_bool(), Some(report.is_ok()));
        prop_assert_eq!(value["violations"].as_array().map(Vec::len), Some(report.violations.len()));
        let log = SarifLog::start(Vec::new(), TOOL)
            .and_then(|mut log| { log.add("x", &report)?; log.finish() }).expect("memory");
        serde_json::from_slice::<serde_json::Value>(&log).expect("JSON");
        let listed = problem(&report, &about(2, echo)).to_value()["errors"].as_array().map(Vec::len);
        let errors = report.violations.iter().filter(|it| it.severity == Severity::Error).count();
        prop_assert_eq!(listed, Some(errors.min(2)));
    }

    #[test]
    fn the_caret_stands_under_the_value(before in "[a-z漢é😀]{0,200}", after in "[a-z漢]{0,200}", width in 30usize..120) {
        let text = format!("{before}#{after}");
        let at = span(&text, "#");
        let shown = human(&one(violation("x", "", "m", Some(at))), &document(&text), Style { color: false, width });
        let lines: Vec<&str> = shown.lines().collect();
        let columns = |text: &str| text.chars().map(|c| if matches!(c, '漢' | '😀') { 2 } else { 1 }).sum::<usize>();
        let source = lines[3].split('#').next().expect("a first part");
        prop_assert!(lines[3].contains('#'));
        prop_assert_eq!(columns(source), lines[4].find('^').expect("a caret"));
        prop_assert!(columns(lines[3]) <= width + 2);
    }
}
