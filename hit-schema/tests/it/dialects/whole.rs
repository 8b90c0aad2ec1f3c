//! Whole dialects, and one inside another.

use hit_schema::load::MemoryLoader;
use hit_schema::{ContentMode, Draft, FormatMode, Options};
use serde_json::{Value, json};

use super::support::{V07, V2020, checker, holds, under};

/// A meta-schema with these vocabularies, at `https://example.org/meta`.
fn meta(base: &str, vocabularies: &Value) -> MemoryLoader {
    let text =
        json!({"$id": "https://example.org/meta", "$schema": base, "$vocabulary": vocabularies});
    MemoryLoader::new().with("https://example.org/meta", text.to_string())
}

/// 2020-12 core, section 8.1.2: keywords of vocabularies that are off are not keywords.
#[test]
fn vocabularies_switch_keywords() {
    let schema = json!({"$schema": "https://example.org/meta", "properties": {"a": {"minimum": 5}}, "unevaluatedProperties": false});
    let vocab = |name: &str| format!("https://json-schema.org/draft/2020-12/vocab/{name}");
    let standard = Options::STANDARD;
    let on = json!({vocab("core"): true, vocab("applicator"): true, vocab("validation"): true, vocab("unevaluated"): true});
    under(
        &standard,
        &meta(V2020, &on),
        &schema,
        &[json!({"a": 5})],
        &[json!({"a": 4}), json!({"b": 1})],
    );
    let applicators = json!({vocab("core"): true, vocab("applicator"): true});
    under(
        &standard,
        &meta(V2020, &applicators),
        &schema,
        &[json!({"a": 4}), json!({"b": 1})],
        &[],
    );
    // One that nobody knows is passed over where it is optional, and refused where it is required.
    let other = |required: bool| json!({vocab("core"): true, vocab("validation"): true, "https://example.org/vocab": required});
    let minimum = json!({"$schema": "https://example.org/meta", "minimum": 5});
    under(
        &standard,
        &meta(V2020, &other(false)),
        &minimum,
        &[json!(5)],
        &[json!(4)],
    );
    let errors = checker(&minimum, &meta(V2020, &other(true)), &standard).expect_err("refused");
    assert!(errors.contains("https://example.org/vocab"), "{errors}");
}

/// 2020-12 validation, section 7.2: only `format-assertion` asserts; 2019-09, section 7.2: `format` where it is required.
#[test]
fn vocabularies_assert_formats() {
    let schema = json!({"$schema": "https://example.org/meta", "format": "ipv4"});
    let (good, bad) = ([json!("127.0.0.1"), json!(1)], [json!("x")]);
    let core = "https://json-schema.org/draft/2020-12/vocab/core";
    let with = |name: &str| json!({core: true, format!("https://json-schema.org/draft/2020-12/vocab/{name}"): true});
    under(
        &Options::STANDARD,
        &meta(V2020, &with("format-assertion")),
        &schema,
        &good,
        &bad,
    );
    under(
        &Options::STANDARD,
        &meta(V2020, &with("format-annotation")),
        &schema,
        &bad,
        &[],
    );
    let v2019 = "https://json-schema.org/draft/2019-09/schema";
    let format =
        |required: bool| json!({"https://json-schema.org/draft/2019-09/vocab/format": required});
    under(
        &Options::STANDARD,
        &meta(v2019, &format(true)),
        &schema,
        &good,
        &bad,
    );
    under(
        &Options::STANDARD,
        &meta(v2019, &format(false)),
        &schema,
        &bad,
        &[],
    );
    let never = Options {
        format: FormatMode::Annotation,
        ..Options::STANDARD
    };
    under(&never, &meta(v2019, &format(true)), &schema, &bad, &[]);
}

/// 2020-12 core, section 9.3.3: an embedded resource may have a dialect of its own.
#[test]
fn embedded_resources_keep_their_dialect() {
    let old = json!({
        "$ref": "old",
        "$defs": {"old": {
            "$id": "old", "$schema": V07,
            "items": [{"type": "string"}], "additionalItems": false,
            "dependencies": {"a": ["b"]},
            "prefixItems": [{"type": "number"}],
            "properties": {"c": {"$ref": "#/definitions/d", "minimum": 100}},
            "definitions": {"d": {"type": "integer"}}
        }}
    });
    holds(
        Draft::Draft202012,
        &old,
        &[
            json!(["x"]),
            json!([]),
            json!({"a": 1, "b": 1}),
            json!({"c": 1}),
        ],
        &[
            json!([1]),
            json!(["x", "y"]),
            json!({"a": 1}),
            json!({"c": "x"}),
        ],
    );
    let new = json!({
        "$schema": V07,
        "allOf": [{"$ref": "new"}],
        "definitions": {"new": {
            "$id": "new", "$schema": V2020,
            "prefixItems": [{"type": "string"}], "items": {"type": "null"},
            "properties": {"c": {"$ref": "#/$defs/d", "minimum": 100}},
            "dependentRequired": {"a": ["b"]},
            "$defs": {"d": {"type": "integer"}}
        }}
    });
    holds(
        Draft::Draft7,
        &new,
        &[
            json!(["x", null]),
            json!({"a": 1, "b": 1}),
            json!({"c": 100}),
        ],
        &[
            json!([1]),
            json!(["x", 1]),
            json!({"a": 1}),
            json!({"c": 99}),
        ],
    );
}

/// Section 8.1.1: `$schema` counts at the root of a resource alone.
#[test]
fn a_schema_keyword_inside_a_resource_changes_nothing() {
    let options = Options {
        meta_schema: false,
        ..Options::STANDARD
    };
    let schema =
        json!({"properties": {"a": {"$schema": V07, "prefixItems": [{"type": "string"}]}}});
    under(
        &options,
        &MemoryLoader::new(),
        &schema,
        &[json!({"a": ["x"]})],
        &[json!({"a": [1]})],
    );
}

/// Documents that say nothing take the draft of what refers to them.
#[test]
fn remote_documents_have_their_own_dialect() {
    let loader = MemoryLoader::new()
        .with(
            "https://example.org/old.json",
            json!({"$schema": V07, "items": [{"type": "string"}]}).to_string(),
        )
        .with(
            "https://example.org/same.json",
            json!({"prefixItems": [{"type": "string"}]}).to_string(),
        );
    let schema =
        json!({"properties": {"old": {"$ref": "old.json"}, "same": {"$ref": "same.json"}}});
    under(
        &Options::STANDARD,
        &loader,
        &schema,
        &[json!({"old": ["x", 1], "same": ["x", 1]})],
        &[json!({"old": [1]}), json!({"same": [1]})],
    );
}

/// Draft 7 validation, section 8: content may be asserted; `contentSchema` (2019-09) never is.
#[test]
fn content_is_asserted_where_that_is_asked_for() {
    let schema = json!({"contentEncoding": "base64", "contentMediaType": "application/json"});
    let (good, bad) = (
        [json!("eyJhIjoxfQ=="), json!(1), json!(null)],
        [json!("eyJhIjo="), json!("{}"), json!("%")],
    );
    holds(Draft::Draft7, &schema, &bad, &[]);
    let options = |draft| Options {
        draft,
        content: ContentMode::Assert,
        ..Options::STANDARD
    };
    under(
        &options(Draft::Draft7),
        &MemoryLoader::new(),
        &schema,
        &good,
        &bad,
    );
    let media =
        json!({"contentMediaType": "application/json", "contentSchema": {"type": "object"}});
    under(
        &options(Draft::Draft202012),
        &MemoryLoader::new(),
        &media,
        &[json!("[]"), json!("{}")],
        &[json!("{")],
    );
    // Draft 6 does not know content.
    under(
        &options(Draft::Draft6),
        &MemoryLoader::new(),
        &schema,
        &bad,
        &[],
    );
}

/// 2020-12 core, section 8.2.3.2: the outermost anchor in the dynamic scope, even
/// where the scope was entered by way of a pointer.
#[test]
fn dynamic_anchors_of_resources_on_the_way() {
    let schema = json!({
        "$id": "https://example.org/outer", "$ref": "#/$defs/strict/$defs/part",
        "$defs": {
            "strict": {
                "$id": "strict", "$defs": {
                    "node": {"$dynamicAnchor": "node", "type": "string"},
                    "part": {"$ref": "tree"}
                }
            },
            "tree": {
                "$id": "tree", "items": {"$dynamicRef": "#node"},
                "$defs": {"node": {"$dynamicAnchor": "node", "type": "number"}}
            }
        }
    });
    holds(
        Draft::Draft202012,
        &schema,
        &[json!(["x"]), json!([])],
        &[json!([1])],
    );
}

/// 2020-12 core, section 11: what is evaluated inside of `not` or by way of `contains`.
#[test]
fn annotations_of_not_and_contains() {
    let not = json!({"not": {"not": {"properties": {"a": true}}}, "unevaluatedProperties": false});
    holds(Draft::Draft202012, &not, &[json!({})], &[json!({"a": 1})]);
    let contains = json!({"contains": {"type": "string"}, "unevaluatedItems": {"type": "null"}});
    holds(
        Draft::Draft202012,
        &contains,
        &[json!(["x", null])],
        &[json!(["x", 1]), json!([null])],
    );
    holds(
        Draft::Draft201909,
        &contains,
        &[],
        &[json!(["x", null]), json!(["x"])],
    );
}
