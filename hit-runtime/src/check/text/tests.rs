use serde_json::{Number, Value, json};

use crate::check::{Check, Format, Kind, LazyChecker, Node, Pattern, Program, Resource, TypeSet};

fn pattern(text: &str) -> Pattern {
    Pattern(text.into())
}

fn strings(list: &[&str]) -> Vec<String> {
    list.iter().map(|text| (*text).to_owned()).collect()
}

/// Every kind, with every optional part there and not there.
fn kinds() -> Vec<Kind> {
    let numbers = [
        json!(1),
        json!(1.0),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(-0.0),
        json!(1e300),
        json!(0.1),
        json!(5e-324),
        json!(1.797_693_134_862_315_7e308),
    ];
    let numbers = || {
        numbers
            .iter()
            .filter_map(Value::as_number)
            .cloned()
            .collect::<Vec<Number>>()
    };
    let mut kinds = vec![
        Kind::Never,
        Kind::Enum(vec![
            json!(null),
            json!({"b": [1, 1.0, "ü\n\u{2028}\""], "a": {}}),
            json!(9_007_199_254_740_993_u64),
        ]),
        Kind::Enum(vec![]),
        Kind::MinLength(0),
        Kind::MaxLength(u64::MAX),
        Kind::Pattern(pattern(r#"^\d"\\$"#)),
        Kind::Format(Format("time:draft3".into())),
        Kind::ContentEncoding("base64".into()),
        Kind::ContentMediaType {
            encoding: None,
            media_type: "application/json".into(),
        },
        Kind::ContentMediaType {
            encoding: Some("base64".into()),
            media_type: "application/json".into(),
        },
        Kind::MinItems(1),
        Kind::MaxItems(2),
        Kind::UniqueItems,
        Kind::PrefixItems(vec![0, 1]),
        Kind::Items { from: 0, node: 1 },
        Kind::Items { from: 3, node: 1 },
        Kind::Contains {
            node: 1,
            min: 0,
            max: None,
            evaluates: false,
        },
        Kind::Contains {
            node: 1,
            min: 1,
            max: Some(3),
            evaluates: true,
        },
        Kind::UnevaluatedItems(1),
        Kind::MinProperties(1),
        Kind::MaxProperties(2),
        Kind::Required(strings(&["b", "a", "b"])),
        Kind::Properties(vec![("z".into(), 1), ("a\"\\".into(), 0), ("z".into(), 0)]),
        Kind::PatternProperties(vec![(pattern("^x"), 1)]),
        Kind::AdditionalProperties {
            names: vec![],
            patterns: vec![],
            node: 1,
        },
        Kind::AdditionalProperties {
            names: strings(&["a"]),
            patterns: vec![pattern("b")],
            node: 1,
        },
        Kind::PropertyNames(1),
        Kind::DependentRequired(vec![
            ("a".into(), strings(&["b", "c"])),
            ("d".into(), vec![]),
        ]),
        Kind::DependentSchemas(vec![("a".into(), 1)]),
        Kind::UnevaluatedProperties(1),
        Kind::Ref(1),
        Kind::DynamicRef {
            anchor: String::new(),
            fallback: 1,
        },
        Kind::DynamicRef {
            anchor: "items".into(),
            fallback: 0,
        },
        Kind::AllOf(vec![]),
        Kind::AllOf(vec![1, 0]),
        Kind::AnyOf(vec![1]),
        Kind::OneOf(vec![0, 1]),
        Kind::Not(1),
        Kind::If {
            test: 1,
            then: None,
            otherwise: None,
        },
        Kind::If {
            test: 1,
            then: Some(0),
            otherwise: None,
        },
        Kind::If {
            test: 1,
            then: None,
            otherwise: Some(0),
        },
    ];
    kinds.extend((0..=255).map(|bits| Kind::Type(TypeSet(bits))));
    for kind in [
        Kind::Minimum,
        Kind::ExclusiveMinimum,
        Kind::Maximum,
        Kind::ExclusiveMaximum,
        Kind::MultipleOf,
    ] {
        kinds.extend(numbers().into_iter().map(kind));
    }
    kinds
}

fn program() -> Program {
    let checks = |keyword: Option<&str>| {
        let spelled = |kind: Kind| {
            let usual = super::spelling::usual_keyword(super::spelling::name(&kind)).to_owned();
            Check {
                keyword: keyword.map_or(usual, str::to_owned),
                kind,
            }
        };
        kinds().into_iter().map(spelled).collect::<Vec<_>>()
    };
    let mut nodes = vec![Node::default()];
    nodes.push(Node {
        source: 1,
        pointer: "/a#b/~0~1\"".into(),
        resource: 1,
        checks: checks(None),
    });
    nodes.push(Node {
        source: 0,
        pointer: "/x".into(),
        resource: 0,
        checks: checks(Some("as")),
    });
    nodes.push(Node {
        checks: checks(Some("")),
        ..Node::default()
    });
    Program {
        nodes,
        resources: vec![
            Resource::default(),
            Resource {
                dynamic_anchors: vec![("n".into(), 1), (String::new(), 0)],
            },
        ],
        sources: strings(&["a.json", "https://example.com/b#c.json"]),
    }
}

#[test]
fn every_kind_survives() {
    let program = program();
    let text = program.to_text();
    assert_eq!(text.lines().count(), 5);
    let read = Program::from_text(&text).unwrap();
    for (read, written) in read.nodes.iter().zip(&program.nodes) {
        for (read, written) in read.checks.iter().zip(&written.checks) {
            assert_eq!(read, written);
        }
    }
    assert_eq!(read, program);
    assert_eq!(read.to_text(), text);
}

#[test]
fn numbers_keep_their_form() {
    let check = |number: &Value| Check {
        keyword: "minimum".into(),
        kind: Kind::Minimum(number.as_number().unwrap().clone()),
    };
    for (number, text) in [
        (json!(1), "1}"),
        (json!(1.0), "1.0}"),
        (json!(u64::MAX), "18446744073709551615}"),
    ] {
        let program = Program {
            nodes: vec![Node {
                checks: vec![check(&number)],
                ..Node::default()
            }],
            ..Program::default()
        };
        assert!(program.to_text().contains(text), "{}", program.to_text());
    }
}

#[test]
fn floats_are_exact() {
    // Numbers whose fast reading is off by one in the last place.
    for bits in (0..20_000_u64).map(|n| n.wrapping_mul(0x9E37_79B9_7F4A_7C15)) {
        let Some(number) = Number::from_f64(f64::from_bits(bits)) else {
            continue;
        };
        let check = Check {
            keyword: "maximum".into(),
            kind: Kind::Maximum(number),
        };
        let program = Program {
            nodes: vec![Node {
                checks: vec![check],
                ..Node::default()
            }],
            ..Program::default()
        };
        assert_eq!(Program::from_text(&program.to_text()).unwrap(), program);
    }
}

#[test]
fn the_text_is_as_documented() {
    let program = Program {
        nodes: vec![Node {
            pointer: "/a".into(),
            checks: vec![
                Check {
                    keyword: "extends".into(),
                    kind: Kind::AllOf(vec![0]),
                },
                Check {
                    keyword: "type".into(),
                    kind: Kind::Type(TypeSet::NUMBER.with(TypeSet::NULL)),
                },
            ],
            ..Node::default()
        }],
        resources: vec![Resource::default()],
        sources: strings(&["s.json"]),
    };
    assert_eq!(
        program.to_text(),
        "{\"hit\":1,\"sources\":[\"s.json\"],\"resources\":[[]]}\n\
         {\"at\":\"0#/a\",\"is\":[{\"allOf\":[0],\"as\":\"extends\"},{\"type\":[\"null\",\"integer\",\"fraction\"]}]}\n"
    );
}

#[test]
fn what_is_no_program_is_an_error() {
    let head = r#"{"hit":1,"sources":[],"resources":[]}"#;
    for (text, line) in [
        (String::new(), 1),
        ("{}".into(), 1),
        ("x".into(), 1),
        (r#"{"hit":2,"sources":[],"resources":[]}"#.into(), 1),
        (format!("{head}\n[]"), 2),
        (format!("{head}\n{{}}"), 2),
        (format!("{head}\n{{\"at\":\"0\"}}"), 2),
        (format!("{head}\n{{\"at\":\"x#\"}}"), 2),
        (
            format!("{head}\n{{\"at\":\"0#\"}}\n{{\"at\":\"0#\",\"is\":[{{}}]}}"),
            3,
        ),
        (
            format!("{head}\n{{\"at\":\"0#\",\"is\":[{{\"minLength\":-1}}]}}"),
            2,
        ),
        (
            format!("{head}\n{{\"at\":\"0#\",\"is\":[{{\"minLength\":1,\"maxLength\":1}}]}}"),
            2,
        ),
        (
            format!("{head}\n{{\"at\":\"0#\",\"is\":[{{\"sometimes\":1}}]}}"),
            2,
        ),
        (
            format!("{head}\n{{\"at\":\"0#\",\"is\":[{{\"type\":[\"text\"]}}]}}"),
            2,
        ),
        (
            format!("{head}\n{{\"at\":\"0#\",\"is\":[{{\"items\":0,\"to\":1}}]}}"),
            2,
        ),
        (format!("{head}\n{{\"at\":\"0#\",\"by\":1}}"), 2),
    ] {
        assert_eq!(Program::from_text(&text).unwrap_err().line, line, "{text}");
    }
}

#[test]
fn a_broken_text_refuses_every_value() {
    static BROKEN: LazyChecker = LazyChecker::new("{");
    assert!(!BROKEN.get().is_valid(0, &json!(1)));
    let report = BROKEN.get().check(0, &json!(1));
    assert!(
        report.violations[0]
            .message
            .contains("cannot be read: line 1"),
        "{report:?}"
    );
}
