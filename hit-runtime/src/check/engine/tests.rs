use serde_json::{Value, json};

use crate::check::{
    Check, Checker, Format, Kind, Node, NodeId, Pattern, Program, Resource, TypeSet,
};

/// A program under construction; nodes are added inner first.
#[derive(Default)]
struct Builder {
    program: Program,
}

impl Builder {
    fn new() -> Self {
        let program = Program {
            nodes: Vec::new(),
            resources: vec![Resource::default()],
            sources: vec!["s.json".into()],
        };
        Self { program }
    }

    fn node(&mut self, checks: Vec<(&str, Kind)>) -> NodeId {
        let id = NodeId::try_from(self.program.nodes.len()).unwrap();
        self.at(&format!("/{id}"), 0, checks)
    }

    fn at(&mut self, pointer: &str, resource: u32, checks: Vec<(&str, Kind)>) -> NodeId {
        let id = NodeId::try_from(self.program.nodes.len()).unwrap();
        let checks = checks
            .into_iter()
            .map(|(keyword, kind)| Check {
                keyword: keyword.into(),
                kind,
            })
            .collect();
        self.program.nodes.push(Node {
            source: 0,
            pointer: pointer.into(),
            resource,
            checks,
        });
        id
    }

    /// A place to be filled by [`Builder::fill`].
    fn hole(&mut self) -> NodeId {
        self.node(Vec::new())
    }

    fn fill(&mut self, hole: NodeId, checks: Vec<(&str, Kind)>) {
        let id = self.node(checks);
        let node = self.program.nodes.pop().unwrap();
        assert_eq!(usize::try_from(id).unwrap(), self.program.nodes.len());
        self.program.nodes[usize::try_from(hole).unwrap()].checks = node.checks;
    }

    fn typed(&mut self, types: TypeSet) -> NodeId {
        self.node(vec![("type", Kind::Type(types))])
    }

    fn constant(&mut self, value: Value) -> NodeId {
        self.node(vec![("const", Kind::Enum(vec![value]))])
    }

    fn never(&mut self) -> NodeId {
        self.node(vec![("", Kind::Never)])
    }

    fn any(&mut self) -> NodeId {
        self.node(Vec::new())
    }

    fn checker(&self) -> Checker {
        self.program.clone().prepare().unwrap()
    }
}

/// A checker of one node with one check.
fn single(keyword: &str, kind: Kind) -> Checker {
    let mut builder = Builder::new();
    builder.node(vec![(keyword, kind)]);
    builder.checker()
}

fn names(list: &[&str]) -> Vec<String> {
    list.iter().map(|name| (*name).to_owned()).collect()
}

/// What a report says, and that both roads agree.
fn says(checker: &Checker, node: NodeId, value: &Value) -> Vec<String> {
    let report = checker.check(node, value);
    assert_eq!(report.is_ok(), checker.is_valid(node, value), "{value}");
    assert_eq!(
        checker.first(node, value),
        report.violations.first().cloned()
    );
    report
        .violations
        .iter()
        .map(|violation| {
            format!(
                "{} {} {}",
                violation.code, violation.instance, violation.message
            )
        })
        .collect()
}

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
fn unevaluated_properties_see_through_combinations() {
    let mut b = Builder::new();
    let never = b.never();
    let any = b.any();
    let number = b.typed(TypeSet::NUMBER);
    let props = |b: &mut Builder, list: &[&str]| {
        b.node(vec![(
            "properties",
            Kind::Properties(list.iter().map(|name| ((*name).into(), any)).collect()),
        )])
    };
    let (a, c, d, e) = (
        props(&mut b, &["a"]),
        props(&mut b, &["c"]),
        props(&mut b, &["d"]),
        props(&mut b, &["e"]),
    );
    let needs_c = b.node(vec![
        ("required", Kind::Required(names(&["c"]))),
        ("$ref", Kind::Ref(c)),
    ]);
    let needs_d = b.node(vec![
        ("required", Kind::Required(names(&["d"]))),
        ("$ref", Kind::Ref(d)),
    ]);
    let base = b.node(vec![(
        "properties",
        Kind::Properties(vec![("base".into(), number)]),
    )]);
    let root = b.node(vec![
        ("$ref", Kind::Ref(base)),
        ("allOf", Kind::AllOf(vec![a])),
        ("anyOf", Kind::AnyOf(vec![any, needs_c])),
        (
            "if",
            Kind::If {
                test: needs_d,
                then: None,
                otherwise: None,
            },
        ),
        (
            "dependentSchemas",
            Kind::DependentSchemas(vec![("x".into(), e)]),
        ),
        (
            "patternProperties",
            Kind::PatternProperties(vec![(Pattern("^x".into()), any)]),
        ),
        ("unevaluatedProperties", Kind::UnevaluatedProperties(never)),
    ]);
    let negated = b.node(vec![
        ("not", Kind::Not(a)),
        ("unevaluatedProperties", Kind::UnevaluatedProperties(never)),
    ]);
    let cousin = b.node(vec![(
        "unevaluatedProperties",
        Kind::UnevaluatedProperties(never),
    )]);
    let cousins = b.node(vec![("allOf", Kind::AllOf(vec![a, cousin]))]);
    let nested = b.node(vec![(
        "unevaluatedProperties",
        Kind::UnevaluatedProperties(number),
    )]);
    let outer = b.node(vec![
        ("allOf", Kind::AllOf(vec![nested])),
        ("unevaluatedProperties", Kind::UnevaluatedProperties(never)),
    ]);
    let checker = b.checker();
    assert!(
        says(
            &checker,
            root,
            &json!({"a": 1, "base": 1, "c": 1, "d": 1, "x": 1, "xy": 2, "e": 3})
        )
        .is_empty()
    );
    assert_eq!(
        says(&checker, root, &json!({"a": 1, "e": 3, "f": 1})).len(),
        2
    );
    assert_eq!(
        says(&checker, root, &json!({"base": "no", "z": 1})),
        [
            "type /base expected a number, found \"no\"",
            "unevaluatedProperties /z unknown member \"z\"",
        ]
    );
    assert!(!checker.is_valid(negated, &json!({"a": 1})));
    assert!(!checker.is_valid(cousins, &json!({"a": 1})));
    assert!(checker.is_valid(outer, &json!({"q": 1})));
    assert!(!checker.is_valid(outer, &json!({"q": "x"})));
}

#[test]
fn unevaluated_beyond_64_members() {
    let mut b = Builder::new();
    let never = b.never();
    let any = b.any();
    let root = b.node(vec![
        (
            "patternProperties",
            Kind::PatternProperties(vec![(Pattern("^k".into()), any)]),
        ),
        ("unevaluatedProperties", Kind::UnevaluatedProperties(never)),
    ]);
    let checker = b.checker();
    let mut members: serde_json::Map<String, Value> =
        (0..300).map(|n| (format!("k{n}"), json!(n))).collect();
    assert!(says(&checker, root, &Value::Object(members.clone())).is_empty());
    members.insert("zz".into(), json!(1));
    assert_eq!(says(&checker, root, &Value::Object(members)).len(), 1);
}

#[test]
fn unevaluated_items() {
    let mut b = Builder::new();
    let never = b.never();
    let string = b.typed(TypeSet::STRING);
    let number = b.typed(TypeSet::NUMBER);
    let mut with = |evaluates| {
        b.node(vec![
            ("prefixItems", Kind::PrefixItems(vec![string])),
            (
                "contains",
                Kind::Contains {
                    node: number,
                    min: 1,
                    max: None,
                    evaluates,
                },
            ),
            ("unevaluatedItems", Kind::UnevaluatedItems(never)),
        ])
    };
    let (newer, older) = (with(true), with(false));
    let checker = b.checker();
    assert!(says(&checker, newer, &json!(["a", 1, 2])).is_empty());
    assert_eq!(
        says(&checker, newer, &json!(["a", 1, "b"])),
        ["unevaluatedItems /2 item 2 is one too many: no rule speaks of it"]
    );
    assert_eq!(says(&checker, older, &json!(["a", 1])).len(), 1);
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

#[test]
fn loops_at_one_value_end() {
    let mut b = Builder::new();
    let first = b.hole();
    let second = b.node(vec![
        ("$ref", Kind::Ref(first)),
        ("minimum", Kind::Minimum(3.into())),
    ]);
    b.fill(first, vec![("allOf", Kind::AllOf(vec![second]))]);
    let own = b.hole();
    b.fill(own, vec![("$ref", Kind::Ref(own))]);
    let checker = b.checker();
    assert!(says(&checker, first, &json!(3)).is_empty());
    assert_eq!(says(&checker, first, &json!(2)).len(), 1);
    assert!(says(&checker, own, &json!(2)).is_empty());
}

fn nest(depth: usize, core: Value) -> Value {
    (0..depth).fold(core, |inner, _| json!([inner]))
}

/// A list of lists of …, with `extra` references at each level.
fn lists(extra: usize) -> (Checker, NodeId) {
    let mut b = Builder::new();
    let root = b.hole();
    let mut target = root;
    for _ in 0..extra {
        target = b.node(vec![("$ref", Kind::Ref(target))]);
    }
    b.fill(
        root,
        vec![
            ("type", Kind::Type(TypeSet::ARRAY)),
            (
                "items",
                Kind::Items {
                    from: 0,
                    node: target,
                },
            ),
        ],
    );
    (b.checker(), root)
}

#[test]
fn depth_is_bounded_and_fails_closed() {
    let (checker, root) = lists(0);
    assert!(checker.is_valid(root, &nest(128, json!([]))));
    assert!(checker.is_valid(root, &nest(512, json!([]))));
    let deep = nest(1_500, json!([]));
    assert!(!checker.is_valid(root, &deep));
    assert_eq!(checker.check(root, &deep).violations[0].code, "depth");
    let (checker, root) = lists(4);
    assert!(checker.is_valid(root, &nest(128, json!([]))));
    let mut b = Builder::new();
    let lists = b.hole();
    b.fill(
        lists,
        vec![(
            "items",
            Kind::Items {
                from: 0,
                node: lists,
            },
        )],
    );
    let not = b.node(vec![("not", Kind::Not(lists))]);
    let checker = b.checker();
    assert!(
        !checker.is_valid(not, &deep),
        "beyond the limit nothing is accepted"
    );
    assert!(!checker.check(not, &deep).is_ok());
}

#[test]
fn all_kinds_of_frames_fit_the_stack() {
    let mut b = Builder::new();
    b.program.resources[0].dynamic_anchors.push(("a".into(), 0));
    let root = b.hole();
    let never = b.never();
    let dynamic = b.node(vec![(
        "$dynamicRef",
        Kind::DynamicRef {
            anchor: "a".into(),
            fallback: root,
        },
    )]);
    let items = b.node(vec![(
        "contains",
        Kind::Contains {
            node: dynamic,
            min: 1,
            max: None,
            evaluates: true,
        },
    )]);
    let one = b.node(vec![("oneOf", Kind::OneOf(vec![never, items]))]);
    let condition = b.node(vec![(
        "if",
        Kind::If {
            test: one,
            then: None,
            otherwise: Some(never),
        },
    )]);
    b.fill(
        root,
        vec![
            ("anyOf", Kind::AnyOf(vec![condition, never])),
            ("unevaluatedItems", Kind::UnevaluatedItems(never)),
        ],
    );
    let checker = b.checker();
    let deep = nest(1_500, json!(1));
    assert!(!checker.is_valid(root, &deep));
    assert!(!checker.check(root, &deep).is_ok());
    assert!(checker.is_valid(root, &nest(5, json!(1))));
}

#[test]
fn recursion_with_alternatives_is_not_exponential() {
    let mut b = Builder::new();
    let root = b.hole();
    let number = b.typed(TypeSet::NUMBER);
    let list = b.node(vec![
        ("type", Kind::Type(TypeSet::ARRAY)),
        (
            "items",
            Kind::Items {
                from: 0,
                node: root,
            },
        ),
    ]);
    let long = b.node(vec![
        ("$ref", Kind::Ref(list)),
        ("minItems", Kind::MinItems(2)),
    ]);
    b.fill(root, vec![("anyOf", Kind::AnyOf(vec![long, list, number]))]);
    let checker = b.checker();
    assert!(checker.is_valid(root, &nest(120, json!(1))));
    for depth in [120, 1_500] {
        let bad = nest(depth, json!("x"));
        assert!(!checker.is_valid(root, &bad));
        assert!(!checker.check(root, &bad).is_ok());
    }
}

#[test]
fn programs_that_cannot_run_are_refused() {
    for (kind, reason) in [
        (
            Kind::Pattern(Pattern("(".into())),
            "the pattern `(` cannot be used",
        ),
        (
            Kind::PatternProperties(vec![(Pattern("[".into()), 0)]),
            "the pattern `[` cannot be used",
        ),
        (Kind::Format(Format("no-such".into())), "unknown"),
        (Kind::ContentEncoding("rot13".into()), "not supported"),
        (Kind::Ref(7), "damaged"),
    ] {
        let mut b = Builder::new();
        b.node(vec![("keyword", kind)]);
        let error = b.program.clone().prepare().unwrap_err();
        assert!(error.reason.contains(reason), "{error}");
        assert!(error.schema.starts_with("s.json#/0"), "{error}");
        assert!(b.program.prepare_lazily().is_err());
        let refusing = Checker::refusing(error.clone());
        assert!(!refusing.is_valid(0, &json!(1)));
        assert_eq!(
            refusing.check(0, &json!(1)).violations[0].message,
            error.reason
        );
    }
    assert!(
        !single("minimum", Kind::Minimum(1.into())).is_valid(9, &json!(1)),
        "no such node"
    );
}

#[test]
fn a_pattern_without_verdict_refuses() {
    let text = json!("a".repeat(60));
    let mut b = Builder::new();
    let pattern = b.node(vec![(
        "pattern",
        Kind::Pattern(Pattern(r"^(a+)+\1b$".into())),
    )]);
    let not = b.node(vec![("not", Kind::Not(pattern))]);
    let checker = b.checker();
    assert!(!checker.is_valid(not, &text));
    assert_eq!(checker.check(pattern, &text).violations[0].code, "pattern");
    assert!(!checker.check(not, &text).is_ok());
}

#[test]
fn checkers_are_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Checker>();
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
