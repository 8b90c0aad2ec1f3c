//! Checks of one value.

use super::*;

#[test]
fn scalar_rules_and_their_messages() {
    let number = |value: Value| value.as_number().unwrap().clone();
    for (keyword, kind, good, bad, message) in [
        (
            "type",
            Kind::Type(TypeSet::STRING.with(TypeSet::NULL)),
            json!("x"),
            json!(5),
            "expected a string or null, found 5",
        ),
        (
            "type",
            Kind::Type(TypeSet::INTEGER),
            json!(1.0),
            json!(1.5),
            "expected an integer, found 1.5",
        ),
        (
            "type",
            Kind::Type(TypeSet::INTEGER.with(TypeSet::LITERAL_INTEGER)),
            json!(1),
            json!(1.0),
            "expected an integer, found 1.0",
        ),
        (
            "type",
            Kind::Type(TypeSet::NUMBER),
            json!(1.5),
            json!("1"),
            "expected a number, found \"1\"",
        ),
        (
            "enum",
            Kind::Enum(vec![json!("red"), json!("green")]),
            json!("red"),
            json!("gren"),
            "expected one of \"red\", \"green\", found \"gren\"; did you mean \"green\"?",
        ),
        (
            "const",
            Kind::Enum(vec![json!({"a": 1})]),
            json!({"a": 1.0}),
            json!([]),
            "expected {\"a\":1}, found an empty array",
        ),
        (
            "minimum",
            Kind::Minimum(number(json!(3))),
            json!(3.0),
            json!(2),
            "expected at least 3, found 2",
        ),
        (
            "exclusiveMinimum",
            Kind::ExclusiveMinimum(number(json!(3))),
            json!(3.5),
            json!(3),
            "expected more than 3, found 3",
        ),
        (
            "maximum",
            Kind::Maximum(number(json!(3))),
            json!("x"),
            json!(3.5),
            "expected at most 3, found 3.5",
        ),
        (
            "exclusiveMaximum",
            Kind::ExclusiveMaximum(number(json!(3))),
            json!(2),
            json!(3),
            "expected less than 3, found 3",
        ),
        (
            "multipleOf",
            Kind::MultipleOf(number(json!(0.01))),
            json!(19.99),
            json!(0.005),
            "expected a multiple of 0.01, found 0.005",
        ),
        (
            "minLength",
            Kind::MinLength(3),
            json!("äöü"),
            json!("ab"),
            "expected a string of at least 3 characters, found 2: \"ab\"",
        ),
        (
            "minLength",
            Kind::MinLength(2),
            json!(1),
            json!("😀"),
            "expected a string of at least 2 characters, found 1: \"😀\"",
        ),
        (
            "maxLength",
            Kind::MaxLength(1),
            json!("😀"),
            json!("ab"),
            "expected a string of at most 1 character, found 2: \"ab\"",
        ),
        (
            "pattern",
            Kind::Pattern(Pattern("^a".into())),
            json!("ab"),
            json!("ba"),
            "expected a string that matches /^a/, found \"ba\"",
        ),
        (
            "format",
            Kind::Format(Format("date".into())),
            json!("2024-02-29"),
            json!("today"),
            "expected a string of format date, such as \"2020-07-15\", found \"today\"",
        ),
        (
            "contentEncoding",
            Kind::ContentEncoding("base64".into()),
            json!("YQ=="),
            json!("Y"),
            "expected a string in base64, found \"Y\"",
        ),
        (
            "contentMediaType",
            Kind::ContentMediaType {
                encoding: Some("base64".into()),
                media_type: "application/json".into(),
            },
            json!("e30="),
            json!("YQ=="),
            "expected a string that holds application/json, found \"YQ==\"",
        ),
        (
            "minItems",
            Kind::MinItems(2),
            json!([1, 2]),
            json!([1]),
            "expected at least 2 items, found 1",
        ),
        (
            "maxItems",
            Kind::MaxItems(1),
            json!([1]),
            json!([1, 2]),
            "expected at most 1 item, found 2",
        ),
        (
            "uniqueItems",
            Kind::UniqueItems,
            json!([1, 2]),
            json!([1, 2, 1.0]),
            "expected no two equal items, found items 0 and 2 equal: 1.0",
        ),
        (
            "minProperties",
            Kind::MinProperties(1),
            json!({"a": 1}),
            json!({}),
            "expected at least 1 member, found 0",
        ),
        (
            "maxProperties",
            Kind::MaxProperties(0),
            json!({}),
            json!({"a": 1}),
            "expected at most 0 members, found 1",
        ),
        (
            "required",
            Kind::Required(names(&["a"])),
            json!({"a": 1}),
            json!({}),
            "missing member \"a\"",
        ),
        (
            "dependentRequired",
            Kind::DependentRequired(vec![("a".into(), names(&["b"]))]),
            json!({"b": 1}),
            json!({"a": 1}),
            "missing member \"b\", needed with \"a\"",
        ),
    ] {
        let checker = single(keyword, kind);
        assert!(says(&checker, 0, &good).is_empty(), "{keyword} {good}");
        assert_eq!(
            says(&checker, 0, &bad),
            [format!("{keyword}  {message}")],
            "{keyword} {bad}"
        );
    }
}

#[test]
fn false_refuses_everything() {
    let checker = single("", Kind::Never);
    assert_eq!(
        says(&checker, 0, &json!(null)),
        ["false  nothing is allowed here, found null"]
    );
    assert_eq!(
        checker.check(0, &json!(1)).violations[0].schema,
        "s.json#/0"
    );
}
