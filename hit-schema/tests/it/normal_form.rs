//! What schemas of every draft become.

use hit_runtime::check::{Kind, Program};
use hit_schema::load::{MemoryLoader, NoLoader};
use hit_schema::{Compiled, ContentMode, Draft, Entry, FormatMode, Options, compile};

fn compiled(text: &str, options: &Options) -> Compiled {
    match compile(&[Entry::text("s.json", text)], &NoLoader, options) {
        Ok(compiled) => compiled,
        Err(errors) => panic!("{text}\n{errors}"),
    }
}

/// A line a node that checks something: its pointer and its checks, in which
/// nodes are named by their pointers.
fn lines(program: &Program) -> Vec<String> {
    let name = |id: &u32| format!("#{}", program.nodes[*id as usize].pointer);
    let list = |ids: &[u32]| ids.iter().map(name).collect::<Vec<_>>().join(" ");
    let pairs = |pairs: &[(String, u32)]| {
        pairs
            .iter()
            .map(|(key, id)| format!("{key}={}", name(id)))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let show = |kind: &Kind| match kind {
        Kind::Ref(id) => format!("Ref {}", name(id)),
        Kind::Not(id) => format!("Not {}", name(id)),
        Kind::AllOf(ids) => format!("AllOf {}", list(ids)),
        Kind::AnyOf(ids) => format!("AnyOf {}", list(ids)),
        Kind::PrefixItems(ids) => format!("PrefixItems {}", list(ids)),
        Kind::Items { from, node } => format!("Items from {from} {}", name(node)),
        Kind::Properties(members) => format!("Properties {}", pairs(members)),
        Kind::DependentSchemas(members) => format!("DependentSchemas {}", pairs(members)),
        Kind::DynamicRef { anchor, fallback } => {
            format!("DynamicRef {anchor:?} {}", name(fallback))
        }
        Kind::If {
            test,
            then,
            otherwise,
        } => format!(
            "If {} then {} else {}",
            name(test),
            then.as_ref().map_or("-".into(), name),
            otherwise.as_ref().map_or("-".into(), name)
        ),
        Kind::AdditionalProperties {
            names,
            patterns,
            node,
        } => {
            format!("AdditionalProperties {names:?} {patterns:?} {}", name(node))
        }
        kind => format!("{kind:?}"),
    };
    let nodes = program.nodes.iter().filter(|node| !node.checks.is_empty());
    nodes
        .map(|node| {
            let checks = node.checks.iter();
            let checks: Vec<_> = checks
                .map(|check| format!("{}: {}", check.keyword, show(&check.kind)))
                .collect();
            format!("#{} {}", node.pointer, checks.join("; "))
        })
        .collect()
}

macro_rules! cases {
    ($($name:ident: $draft:ident $text:expr => $expected:expr;)*) => {
        $(#[test]
        fn $name() {
            let options = Options { draft: Draft::$draft, ..Options::STANDARD };
            let expected: &[&str] = &$expected;
            assert_eq!(lines(&compiled($text, &options).program), expected);
        })*
    };
}

cases! {
    types: Draft202012 r#"{"type": ["integer", "null"]}"# => ["# type: Type(TypeSet(5))"];
    all_numbers: Draft4 r#"{"type": ["integer", "number"]}"# => ["# type: Type(TypeSet(12))"];
    literal_integers: Draft4 r#"{"type": "integer"}"# => ["# type: Type(TypeSet(132))"];
    never: Draft6 "false" => ["# : Never"];
    exclusive_flags: Draft4 r#"{"minimum": 1, "exclusiveMinimum": true, "maximum": 2, "exclusiveMaximum": false}"# => [
        "# minimum: ExclusiveMinimum(Number(1)); maximum: Maximum(Number(2))",
    ];
    exclusive_numbers: Draft6 r#"{"exclusiveMinimum": 1, "exclusiveMaximum": 2.5}"# => [
        "# exclusiveMinimum: ExclusiveMinimum(Number(1)); exclusiveMaximum: ExclusiveMaximum(Number(2.5))",
    ];
    whole_floats: Draft202012 r#"{"minLength": 2.0, "maxLength": 1e30}"# => [
        "# minLength: MinLength(2); maxLength: MaxLength(18446744073709551615)",
    ];
    tuples_before_2020: Draft7 r#"{"items": [{"type": "null"}], "additionalItems": false}"# => [
        "# items: PrefixItems #/items/0; additionalItems: Items from 1 #/additionalItems",
        "#/items/0 type: Type(TypeSet(1))",
        "#/additionalItems : Never",
    ];
    tuples_from_2020: Draft202012 r#"{"items": false, "prefixItems": [{"type": "null"}]}"# => [
        "# items: Items from 1 #/items; prefixItems: PrefixItems #/prefixItems/0",
        "#/items : Never",
        "#/prefixItems/0 type: Type(TypeSet(1))",
    ];
    dependencies: Draft7 r#"{"dependencies": {"a": ["b"], "c": {"minProperties": 2}, "d": []}}"# => [
        r#"# dependencies: DependentRequired([("a", ["b"]), ("d", [])]); dependencies: DependentSchemas c=#/dependencies/c"#,
        "#/dependencies/c minProperties: MinProperties(2)",
    ];
    dependencies_of_draft_3: Draft3 r#"{"dependencies": {"a": "b"}}"# => [
        r#"# dependencies: DependentRequired([("a", ["b"])])"#,
    ];
    required_of_draft_3: Draft3 r#"{"properties": {"a": {"required": true}, "b": {"required": false}}}"# => [
        r#"# properties: Properties a=#/properties/a b=#/properties/b; required: Required(["a"])"#,
    ];
    unions_of_draft_3: Draft3 r#"{"type": ["string", {"minimum": 1}], "disallow": ["null"]}"# => [
        "# type: AnyOf #/type #/type/1; disallow: Not #/disallow",
        "#/type/1 minimum: Minimum(Number(1))",
        "#/type type: Type(TypeSet(16))",
        "#/disallow disallow: Type(TypeSet(1))",
        "#/disallow disallow: AnyOf #/disallow",
    ];
    extends: Draft3 r#"{"extends": {"divisibleBy": 2}}"# => [
        "# extends: AllOf #/extends",
        "#/extends divisibleBy: MultipleOf(Number(2))",
    ];
    lone_references: Draft7 r##"{"$ref": "#/definitions/a", "minimum": 1, "definitions": {"a": {"maximum": 1}}}"## => [
        "# $ref: Ref #/definitions/a",
        "#/definitions/a maximum: Maximum(Number(1))",
    ];
    references_with_siblings: Draft201909 r##"{"$ref": "#/$defs/a", "minimum": 1, "$defs": {"a": {}}}"## => [
        "# $ref: Ref #/$defs/a; minimum: Minimum(Number(1))",
    ];
    additional: Draft202012 r#"{"additionalProperties": false, "properties": {"a/b": true}, "patternProperties": {"^x": true}}"# => [
        r#"# additionalProperties: AdditionalProperties ["a/b"] [Pattern("^x")] #/additionalProperties; properties: Properties a/b=#/properties/a~1b; patternProperties: PatternProperties([(Pattern("^x"), 3)])"#,
        "#/additionalProperties : Never",
    ];
    contains: Draft202012 r#"{"contains": {}, "minContains": 0, "maxContains": 3}"# => [
        "# contains: Contains { node: 1, min: 0, max: Some(3), evaluates: true }",
    ];
    contains_before_2020: Draft201909 r#"{"contains": {}}"# => [
        "# contains: Contains { node: 1, min: 1, max: None, evaluates: false }",
    ];
    unevaluated_last: Draft202012 r#"{"unevaluatedProperties": false, "minProperties": 1}"# => [
        "# minProperties: MinProperties(1); unevaluatedProperties: UnevaluatedProperties(1)",
        "#/unevaluatedProperties : Never",
    ];
    conditions: Draft7 r#"{"if": {"minimum": 1}, "else": false}"# => [
        "# if: If #/if then - else #/else",
        "#/if minimum: Minimum(Number(1))",
        "#/else : Never",
    ];
    no_conditions: Draft6 r#"{"if": {}, "then": false}"# => [];
    dynamic_references: Draft202012 r##"{"$dynamicAnchor": "n", "properties": {"a": {"$dynamicRef": "#n"}, "b": {"$dynamicRef": "#"}}}"## => [
        "# properties: Properties a=#/properties/a b=#/properties/b",
        "#/properties/a $dynamicRef: DynamicRef \"n\" #",
        "#/properties/b $dynamicRef: Ref #",
    ];
    recursive_references: Draft201909 r##"{"$recursiveAnchor": true, "not": {"items": {"$recursiveRef": "#"}}}"## => [
        "# not: Not #/not",
        "#/not items: Items from 0 #/not/items",
        "#/not/items $recursiveRef: DynamicRef \"\" #",
    ];
    unused_nodes_go: Draft202012 r##"{"foo": {"bar": {"minimum": 1}}, "then": {"minimum": 2}, "$ref": "#/foo/bar"}"## => [
        "# $ref: Ref #/foo/bar",
        "#/foo/bar minimum: Minimum(Number(1))",
    ];
    endless_but_clear: Draft202012 r##"{"$defs": {"a": {"type": "null", "$ref": "#/$defs/b"}, "b": {"minimum": 1, "allOf": [{"$ref": "#/$defs/a"}]}}}"## => [
        "#/$defs/a $ref: AllOf #/$defs/b #/$defs/b/allOf/0; type: Type(TypeSet(1))",
        "#/$defs/b allOf: AllOf #/$defs/a #/$defs/b/allOf/0; minimum: Minimum(Number(1))",
        "#/$defs/a type: Type(TypeSet(1))",
        "#/$defs/b minimum: Minimum(Number(1))",
    ];
}

#[test]
fn formats_and_content_follow_the_options() {
    let text = r#"{"format": "ipv4", "contentEncoding": "base64", "contentMediaType": "application/json"}"#;
    let checks = |draft, format, content| {
        lines(
            &compiled(
                text,
                &Options {
                    draft,
                    format,
                    content,
                    ..Options::STANDARD
                },
            )
            .program,
        )
    };
    let annotation = ContentMode::Annotation;
    assert_eq!(
        checks(Draft::Draft202012, FormatMode::Dialect, annotation),
        [""; 0]
    );
    assert_eq!(
        checks(Draft::V1, FormatMode::Annotation, annotation),
        [""; 0]
    );
    let asserted = [r#"# format: Format(Format("ipv4"))"#];
    assert_eq!(checks(Draft::V1, FormatMode::Dialect, annotation), asserted);
    assert_eq!(
        checks(Draft::Draft4, FormatMode::Assert, annotation),
        asserted
    );
    assert_eq!(
        checks(Draft::Draft7, FormatMode::Dialect, ContentMode::Assert),
        [concat!(
            r#"# contentEncoding: ContentEncoding("base64"); "#,
            r#"contentMediaType: ContentMediaType { encoding: Some("base64"), media_type: "application/json" }"#
        )]
    );
}

#[test]
fn annotations_are_kept() {
    let text = r##"{
        "title": "T", "description": "D", "$comment": "C", "default": {"a": 1},
        "examples": [1, 2], "deprecated": true, "readOnly": true, "format": "odd",
        "x-rust-name": "Thing", "x-rules": [{"id": "r"}],
        "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/$defs/Cat"}},
        "$defs": {"Cat": {}, "group": {"properties": {"$defs": {"Dog": 1}}}}
    }"##;
    let text = text.replace("\"Dog\": 1", "\"title\": \"no definition\"");
    let compiled = compiled(&text, &Options::STANDARD);
    let root = &compiled.info[compiled.roots[0].node as usize];
    assert_eq!(root.title.as_deref(), Some("T"));
    assert_eq!(root.description.as_deref(), Some("D"));
    assert_eq!(root.comment.as_deref(), Some("C"));
    let (default, origin) = root.default.as_ref().expect("a default");
    assert_eq!(default["a"], 1);
    assert_eq!((origin.pointer.as_str(), origin.span.line), ("/default", 2));
    assert_eq!(root.examples.len(), 2);
    assert!(root.deprecated && root.read_only && !root.write_only);
    assert_eq!(root.format.as_deref(), Some("odd"));
    assert_eq!(
        root.extension("x-rust-name").and_then(|name| name.as_str()),
        Some("Thing")
    );
    assert_eq!(root.extensions[1].2.pointer.as_str(), "/x-rules");
    let discriminator = root.discriminator.as_ref().expect("a discriminator");
    let cat = compiled
        .node_at(&discriminator.mapping[0].1)
        .expect("a node");
    assert_eq!(
        compiled.info[cat as usize].definition_name.as_deref(),
        Some("Cat")
    );
    let named = compiled
        .info
        .iter()
        .filter(|info| info.definition_name.is_some());
    assert_eq!(named.count(), 2);
}

#[test]
fn places_are_found_by_uri() {
    let loader = MemoryLoader::new().with(
        "https://example.com/b.json",
        r#"{"$defs": {"x": {"$anchor": "x"}}}"#,
    );
    let text = r#"{"$id": "https://example.com/a", "$ref": "b.json#x",
        "$defs": {"in": {"$id": "inner", "$defs": {"a b": true}}}}"#;
    let entry = Entry::text("here/a.json", text);
    let compiled = compile(&[entry], &loader, &Options::STANDARD).expect("good");
    let pointer = |uri: &str| {
        let node = compiled.node_at(uri)?;
        Some(compiled.program.nodes[node as usize].pointer.clone())
    };
    for (uri, expected) in [
        ("https://example.com/a", Some("")),
        ("https://example.com/a#", Some("")),
        ("entry:///here/a.json", Some("")),
        ("https://example.com/a#/$defs/in", Some("/$defs/in")),
        ("https://example.com/inner", Some("/$defs/in")),
        (
            "https://example.com/inner#/$defs/a%20b",
            Some("/$defs/in/$defs/a b"),
        ),
        ("https://example.com/b.json#x", Some("/$defs/x")),
        ("https://example.com/b.json#/$defs/x", Some("/$defs/x")),
        ("https://example.com/b.json", None),
        ("https://example.com/c.json", None),
    ] {
        assert_eq!(pointer(uri).as_deref(), expected, "{uri}");
    }
    assert_eq!(compiled.roots[0].uri, "https://example.com/a");
    assert_eq!(
        compiled.program.sources,
        ["here/a.json", "https://example.com/b.json"]
    );
}

#[test]
fn documents_may_refer_to_one_another() {
    let loader = MemoryLoader::new()
        .with(
            "https://example.com/b",
            r#"{"properties": {"c": {"$ref": "c"}}}"#,
        )
        .with(
            "https://example.com/c",
            r#"{"properties": {"a": {"$ref": "a"}}}"#,
        );
    let text = r#"{"$id": "https://example.com/a", "properties": {"b": {"$ref": "b"}}}"#;
    let entry = Entry::text("https://example.com/a", text);
    let compiled = compile(&[entry], &loader, &Options::STANDARD).expect("good");
    assert_eq!(compiled.program.sources.len(), 3);
    assert_eq!(compiled.program.nodes.len(), 6);
}

#[test]
fn drafts_may_be_mixed() {
    let text = r#"{"$id": "https://example.com/a", "$defs": {"old": {
        "$id": "old", "$schema": "http://json-schema.org/draft-07/schema#",
        "items": [{"minimum": 1}], "$ref": "new" }, "new": {"$id": "new"}}}"#;
    let compiled = compiled(text, &Options::STANDARD);
    let old = compiled
        .node_at("https://example.com/a#/$defs/old")
        .expect("a node");
    assert_eq!(compiled.info[old as usize].draft, Draft::Draft7);
    let text = text.replace(", \"$ref\": \"new\"", "");
    let compiled = super::normal_form::compiled(&text, &Options::STANDARD);
    assert!(
        lines(&compiled.program)
            .contains(&"#/$defs/old items: PrefixItems #/$defs/old/items/0".to_owned())
    );
}

#[test]
fn the_same_input_gives_the_same_program() {
    let text = r##"{"$defs": {"b": {}, "a": {"$ref": "#/$defs/b"}, "$dynamicAnchor": {}}, "anyOf": [{}, false]}"##;
    let first = compiled(text, &Options::STANDARD);
    for _ in 0..8 {
        let again = compiled(text, &Options::STANDARD);
        assert_eq!(again.program, first.program);
        assert_eq!(again.info, first.info);
    }
}
