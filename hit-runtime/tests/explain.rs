//! Where violations point to in a text.

use hit_runtime::check::{Check, Checker, Kind, Node, Program, TypeSet};
use hit_runtime::explain;
use proptest::prelude::*;
use serde_json::Number;

fn node(checks: Vec<(&str, Kind)>) -> Node {
    let check = |(keyword, kind): (&str, Kind)| Check {
        keyword: keyword.to_owned(),
        kind,
    };
    Node {
        checks: checks.into_iter().map(check).collect(),
        ..Node::default()
    }
}

/// `{"type": "object", "required": ["a"], "properties": {"a": {"minimum": 0}, "list": {"items": {"$ref": "#"}},
/// "no": false}, "additionalProperties": false, "minProperties": 1}`
fn checker() -> Checker {
    let names = ["a", "list", "no"].map(str::to_owned);
    let properties = names.iter().cloned().zip(1..).collect();
    let root = node(vec![
        ("type", Kind::Type(TypeSet::OBJECT)),
        ("required", Kind::Required(vec!["a".to_owned()])),
        ("minProperties", Kind::MinProperties(1)),
        ("properties", Kind::Properties(properties)),
        (
            "additionalProperties",
            Kind::AdditionalProperties {
                names: names.to_vec(),
                patterns: vec![],
                node: 3,
            },
        ),
    ]);
    let minimum = node(vec![("minimum", Kind::Minimum(Number::from(0)))]);
    let items = node(vec![("items", Kind::Items { from: 0, node: 0 })]);
    let never = node(vec![("", Kind::Never)]);
    let program = Program {
        nodes: vec![root, minimum, items, never],
        sources: vec!["s.json".to_owned()],
        resources: vec![hit_runtime::check::Resource::default()],
    };
    program.prepare().expect("the program is well formed")
}

/// Code and the text that is pointed at, with its line and column.
fn places(text: &str) -> Vec<(String, String)> {
    let report = explain(&checker(), 0, text.as_bytes());
    let place = |violation: hit_runtime::Violation| {
        let span = violation.span.expect("every violation has a span");
        let marked = text
            .get(span.start..span.end)
            .expect("the span lies in the text");
        (
            violation.code,
            format!("{}:{} {marked}", span.line, span.column),
        )
    };
    report.violations.into_iter().map(place).collect()
}

fn check(text: &str, expected: &[(&str, &str)]) {
    let expected: Vec<(String, String)> = expected
        .iter()
        .map(|(code, place)| ((*code).to_owned(), (*place).to_owned()))
        .collect();
    assert_eq!(places(text), expected, "{text}");
}

#[test]
fn a_value() {
    check("{\"a\": 1}", &[]);
    check("{\n  \"a\": -1}", &[("minimum", "2:8 -1")]);
    check("[]", &[("type", "1:1 []")]);
    check(
        "{\"a\": 1, \"list\": [{\"a\":\n-2}]}",
        &[("minimum", "2:1 -2")],
    );
}

#[test]
fn the_brace_of_an_object_that_lacks_a_member() {
    check(
        "{\"list\": [{\"a\": 1}, { \"list\": []}], \"a\": 1}",
        &[("required", "1:21 {")],
    );
}

#[test]
fn the_whole_of_a_value_that_is_too_small() {
    check(
        "{ }",
        &[("required", "1:1 {"), ("minProperties", "1:1 { }")],
    );
}

#[test]
fn the_name_of_a_member_that_is_not_allowed() {
    check(
        "{\"a\": 1, \"é/~\": 2}",
        &[("additionalProperties", "1:10 \"é/~\"")],
    );
    let no = places("{\"a\": 1, \"no\": 2}");
    assert_eq!(no.len(), 1);
    assert_eq!(no[0].1, "1:10 \"no\"");
}

#[test]
fn violations_come_in_the_order_of_the_text() {
    check(
        "{\"list\": [{\"x\": 1}], \"a\": -1}",
        &[
            ("required", "1:11 {"),
            ("additionalProperties", "1:12 \"x\""),
            ("minimum", "1:27 -1"),
        ],
    );
}

#[test]
fn texts_that_are_not_json() {
    check(
        "{\"a\": 1, \"a\": 1e999}",
        &[("json", "1:10 \"a\""), ("json", "1:15 1e999")],
    );
    check("", &[("json", "1:1 ")]);
    assert_eq!(places(&"[".repeat(100_000)).len(), 1);
}

#[test]
fn a_hundred_thousand_violations_take_one_walk() {
    let members: Vec<String> = (0..100_000).map(|at| format!("\"x{at}\": 0")).collect();
    let text = format!("{{\"a\": 1, {}}}", members.join(","));
    let all = places(&text);
    assert_eq!(all.len(), 100_000);
    assert!(all.last().expect("many").1.ends_with("\"x99999\""));
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in proptest::collection::vec(any::<u8>(), 0..80)) {
        let report = explain(&checker(), 0, &text);
        prop_assert!(report.violations.iter().all(|violation| violation.span.is_some()));
    }

    #[test]
    fn every_span_lies_in_the_text(text in "[{}\\[\\]:, \"alistno01\\-é]{0,60}") {
        for violation in explain(&checker(), 0, text.as_bytes()).violations {
            let span = violation.span.expect("a span");
            prop_assert!(span.start <= span.end && span.start <= text.len());
            prop_assert!(text.get(span.start.min(text.len())..span.end.min(text.len())).is_some());
        }
    }
}
