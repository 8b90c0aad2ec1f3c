//! Depth, loops, programs that cannot run.

use super::*;

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
