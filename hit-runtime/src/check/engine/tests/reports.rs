//! What reports say.

use super::*;

#[test]
fn reports_all_violations_with_pointers() {
    let mut b = Builder::new();
    let string = b.typed(TypeSet::STRING);
    let never = b.never();
    let short = b.node(vec![("maxLength", Kind::MaxLength(3))]);
    let root = b.node(vec![
        ("required", Kind::Required(names(&["id", "name"]))),
        (
            "properties",
            Kind::Properties(vec![("name".into(), string), ("color".into(), string)]),
        ),
        (
            "patternProperties",
            Kind::PatternProperties(vec![(Pattern("^x-".into()), string)]),
        ),
        (
            "additionalProperties",
            Kind::AdditionalProperties {
                names: names(&["name", "color"]),
                patterns: vec![Pattern("^x-".into())],
                node: never,
            },
        ),
        ("propertyNames", Kind::PropertyNames(short)),
    ]);
    let checker = b.checker();
    assert_eq!(
        says(&checker, root, &json!({"id": 1, "name": "n"})).len(),
        2
    );
    assert_eq!(
        says(&checker, root, &json!({"colr": 1, "name": 2, "x-a/b": 3})),
        [
            "required  missing member \"id\"",
            "type /name expected a string, found 2",
            "type /x-a~1b expected a string, found 3",
            "additionalProperties /colr unknown member \"colr\"; did you mean \"color\"?",
            "propertyNames /colr the member name \"colr\": expected a string of at most 3 characters, found 4: \"colr\"",
            "propertyNames /name the member name \"name\": expected a string of at most 3 characters, found 4: \"name\"",
            "propertyNames /x-a~1b the member name \"x-a/b\": expected a string of at most 3 characters, found 5: \"x-a/b\"",
        ]
    );
    let report = checker.check(root, &json!({"id": 1, "name": "n"}));
    assert_eq!(
        report.violations[0].schema,
        "s.json#/3/additionalProperties"
    );
}

#[test]
fn alternatives_of_types_are_one_message() {
    let mut b = Builder::new();
    let string = b.typed(TypeSet::STRING);
    let number = b.typed(TypeSet::NUMBER);
    let any = b.node(vec![("anyOf", Kind::AnyOf(vec![string, number]))]);
    let a = b.constant(json!("alpha"));
    let c = b.constant(json!("gamma"));
    let constants = b.node(vec![("oneOf", Kind::OneOf(vec![a, c]))]);
    let checker = b.checker();
    assert_eq!(
        says(&checker, any, &json!(null)),
        ["anyOf  expected a string or a number, found null"]
    );
    assert_eq!(
        says(&checker, constants, &json!("gama")),
        ["oneOf  expected one of \"alpha\", \"gamma\", found \"gama\"; did you mean \"gamma\"?"]
    );
}

#[test]
fn alternatives_told_apart_by_a_tag() {
    let mut b = Builder::new();
    let number = b.typed(TypeSet::NUMBER);
    let mut arm = |name: &str, member: &str| {
        let tag = b.constant(json!(name));
        let target = b.node(vec![
            ("type", Kind::Type(TypeSet::OBJECT)),
            ("required", Kind::Required(names(&["kind", member]))),
            (
                "properties",
                Kind::Properties(vec![("kind".into(), tag), (member.into(), number)]),
            ),
        ]);
        b.node(vec![("$ref", Kind::Ref(target))])
    };
    let arms = vec![arm("circle", "radius"), arm("square", "side")];
    let shape = b.node(vec![("oneOf", Kind::OneOf(arms))]);
    let checker = b.checker();
    assert!(says(&checker, shape, &json!({"kind": "circle", "radius": 1})).is_empty());
    assert_eq!(
        says(&checker, shape, &json!({"kind": "circle", "radius": "1"})),
        ["type /radius expected a number, found \"1\""]
    );
    assert_eq!(
        says(&checker, shape, &json!({"kind": "sqare"})),
        [
            "oneOf /kind expected one of \"circle\", \"square\", found \"sqare\"; did you mean \"square\"?"
        ]
    );
    assert_eq!(
        says(&checker, shape, &json!({})),
        [
            "oneOf  missing member \"kind\", which tells 2 alternatives apart: one of \"circle\", \"square\""
        ]
    );
    assert_eq!(
        says(&checker, shape, &json!(1)),
        ["oneOf  expected an object, found 1"]
    );
}

#[test]
fn the_nearest_alternative_is_explained() {
    let mut b = Builder::new();
    let number = b.typed(TypeSet::NUMBER);
    let inner = b.node(vec![(
        "properties",
        Kind::Properties(vec![("n".into(), number)]),
    )]);
    let deep = b.node(vec![(
        "properties",
        Kind::Properties(vec![("in".into(), inner)]),
    )]);
    let flat = b.node(vec![("required", Kind::Required(names(&["z"])))]);
    let root = b.node(vec![("anyOf", Kind::AnyOf(vec![flat, deep]))]);
    let checker = b.checker();
    assert_eq!(
        says(&checker, root, &json!({"in": {"n": "x"}})),
        [
            "anyOf  found an object with \"in\", which matches none of 2 alternatives; what follows is about number 2, the nearest",
            "type /in/n expected a number, found \"x\"",
        ]
    );
}

#[test]
fn what_not_excludes_is_said_where_it_is_simple() {
    let said = |kind: Kind, value: Value| {
        let mut b = Builder::new();
        let inner = b.node(vec![("inner", kind)]);
        let not = b.node(vec![("not", Kind::Not(inner))]);
        says(&b.checker(), not, &value)
    };
    let names =
        |names: &[&str]| Kind::Required(names.iter().map(|name| (*name).to_owned()).collect());
    for (kind, value, expected) in [
        (
            Kind::Enum(vec![json!(1)]),
            json!(1),
            "not  expected anything but 1, found 1",
        ),
        (
            Kind::Enum(vec![json!(1), json!("a")]),
            json!("a"),
            "not  expected none of 1, \"a\", found \"a\"",
        ),
        (
            Kind::Pattern(Pattern("^a".into())),
            json!("ab"),
            "not  expected no string that matches /^a/, found \"ab\"",
        ),
        (
            names(&["a"]),
            json!({"a": 1}),
            "not  expected no member \"a\", found an object with \"a\"",
        ),
        (
            names(&["a", "b"]),
            json!({"a": 1, "b": 2}),
            "not  expected not all of the members \"a\", \"b\" together, found an object with \"a\", \"b\"",
        ),
        (
            Kind::MinLength(1),
            json!("a"),
            "not  expected anything that does not match the schema of `not`, found \"a\"",
        ),
    ] {
        assert_eq!(said(kind, value), [expected]);
    }
}
