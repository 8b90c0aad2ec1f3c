//! Lists, combinations, references.

use super::*;

#[test]
fn arrays() {
    let mut b = Builder::new();
    let string = b.typed(TypeSet::STRING);
    let number = b.typed(TypeSet::NUMBER);
    let never = b.never();
    let tuple = b.node(vec![
        ("prefixItems", Kind::PrefixItems(vec![string, number])),
        (
            "items",
            Kind::Items {
                from: 2,
                node: never,
            },
        ),
    ]);
    let list = b.node(vec![(
        "items",
        Kind::Items {
            from: 0,
            node: string,
        },
    )]);
    let contains = b.node(vec![(
        "contains",
        Kind::Contains {
            node: number,
            min: 1,
            max: Some(2),
            evaluates: true,
        },
    )]);
    let none = b.node(vec![(
        "contains",
        Kind::Contains {
            node: number,
            min: 0,
            max: None,
            evaluates: true,
        },
    )]);
    let checker = b.checker();
    assert!(says(&checker, tuple, &json!(["a"])).is_empty());
    assert_eq!(
        says(&checker, tuple, &json!([1, "a", null])),
        [
            "type /0 expected a string, found 1",
            "type /1 expected a number, found \"a\"",
            "items  expected at most 2 items, found 3",
        ]
    );
    assert_eq!(says(&checker, list, &json!(["a", 1, []])).len(), 2);
    assert_eq!(
        says(&checker, contains, &json!(["a"])),
        ["contains  expected at least 1 of the items to match `contains`, found 0"]
    );
    assert_eq!(
        says(&checker, contains, &json!([1, 2, 3])),
        ["contains  expected at most 2 of the items to match `contains`, found 3"]
    );
    assert!(says(&checker, contains, &json!([1, "a", 3])).is_empty());
    assert!(says(&checker, none, &json!([])).is_empty());
}

#[test]
fn combinations() {
    let mut b = Builder::new();
    let string = b.typed(TypeSet::STRING);
    let number = b.typed(TypeSet::NUMBER);
    let small = b.node(vec![("maximum", Kind::Maximum(5.into()))]);
    let integer = b.typed(TypeSet::INTEGER);
    let not = b.node(vec![("not", Kind::Not(string))]);
    let all = b.node(vec![("allOf", Kind::AllOf(vec![number, small]))]);
    let one = b.node(vec![("oneOf", Kind::OneOf(vec![number, integer]))]);
    let choice = b.node(vec![(
        "if",
        Kind::If {
            test: string,
            then: Some(not),
            otherwise: Some(small),
        },
    )]);
    let depends = b.node(vec![(
        "dependencies",
        Kind::DependentSchemas(vec![("a".into(), number)]),
    )]);
    let checker = b.checker();
    assert_eq!(
        says(&checker, not, &json!("x")),
        ["not  expected anything but a string, found \"x\""]
    );
    assert_eq!(
        says(&checker, all, &json!(6)),
        ["maximum  expected at most 5, found 6"]
    );
    assert_eq!(
        says(&checker, one, &json!(6)),
        ["oneOf  found 6, which matches 2 of 2 alternatives (numbers 1, 2), expected exactly one"]
    );
    assert!(says(&checker, one, &json!(6.5)).is_empty());
    assert_eq!(says(&checker, choice, &json!("x")).len(), 1);
    assert_eq!(says(&checker, choice, &json!(6)).len(), 1);
    assert!(says(&checker, choice, &json!(5)).is_empty());
    assert_eq!(says(&checker, depends, &json!({"a": 1})).len(), 1);
    assert!(says(&checker, depends, &json!({"b": 1})).is_empty());
}

#[test]
fn dynamic_references_take_the_outermost_anchor() {
    let mut b = Builder::new();
    b.program.resources.push(Resource::default());
    // Resource 0: a tree whose children are `$dynamicRef: #node`.
    let tree = b.hole();
    let child = b.at(
        "/child",
        0,
        vec![(
            "$dynamicRef",
            Kind::DynamicRef {
                anchor: "node".into(),
                fallback: tree,
            },
        )],
    );
    b.fill(
        tree,
        vec![
            ("type", Kind::Type(TypeSet::OBJECT)),
            (
                "properties",
                Kind::Properties(vec![("child".into(), child)]),
            ),
        ],
    );
    // Resource 1: the tree, strict.
    let strict = b.at(
        "/strict",
        1,
        vec![
            ("required", Kind::Required(names(&["data"]))),
            ("$ref", Kind::Ref(tree)),
        ],
    );
    b.program.resources[0]
        .dynamic_anchors
        .push(("node".into(), tree));
    b.program.resources[1]
        .dynamic_anchors
        .push(("node".into(), strict));
    let checker = b.checker();
    let value = json!({"data": 1, "child": {"child": {"data": 2}}});
    assert!(says(&checker, tree, &value).is_empty());
    assert_eq!(
        says(&checker, strict, &value),
        ["required /child missing member \"data\""]
    );
}
