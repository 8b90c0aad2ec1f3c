//! Corners of the dialects that the official suite does not visit, read from
//! the specifications: whole dialects, one inside another, draft 3.

use hit_runtime::check::{Checker, NodeId};
use hit_schema::load::MemoryLoader;
use hit_schema::{ContentMode, Draft, Entry, FormatMode, Options, compile};
use serde_json::{Value, json};

const V07: &str = "http://json-schema.org/draft-07/schema#";
const V2020: &str = "https://json-schema.org/draft/2020-12/schema";

fn checker(
    schema: &Value,
    loader: &MemoryLoader,
    options: &Options,
) -> Result<(Checker, NodeId), String> {
    let entry = Entry::text("https://example.org/root.json", schema.to_string());
    let compiled = compile(&[entry], loader, options).map_err(|errors| errors.to_string())?;
    let root = compiled.roots[0].node;
    Ok((compiled.program.prepare().expect("a good program"), root))
}

/// Holds verdicts on documents under a draft.
fn holds(draft: Draft, schema: &Value, accepts: &[Value], refuses: &[Value]) {
    let options = Options {
        draft,
        ..Options::STANDARD
    };
    under(&options, &MemoryLoader::new(), schema, accepts, refuses);
}

fn under(
    options: &Options,
    loader: &MemoryLoader,
    schema: &Value,
    accepts: &[Value],
    refuses: &[Value],
) {
    let (checker, root) =
        checker(schema, loader, options).unwrap_or_else(|errors| panic!("{schema}: {errors}"));
    for (documents, good) in [(accepts, true), (refuses, false)] {
        for document in documents {
            assert_eq!(
                checker.is_valid(root, document),
                good,
                "{schema}\n{document}"
            );
            assert_eq!(
                checker.check(root, document).is_ok(),
                good,
                "{schema}\n{document}"
            );
        }
    }
}

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

/// Draft 3, sections 5.1, 5.25, 5.26.
#[test]
fn draft_3_unions_extends_and_disallow() {
    let draft = Draft::Draft3;
    let union = json!({"type": ["string", {"type": "integer", "divisibleBy": 2}, {"extends": [{"type": "array"}, {"minItems": 1}]}]});
    holds(
        draft,
        &union,
        &[json!("x"), json!(4), json!([1])],
        &[json!(3), json!(4.5), json!([]), json!(null)],
    );
    let extends = json!({"extends": {"properties": {"a": {"type": "string", "required": true}}}, "properties": {"a": {"minLength": 2}}});
    holds(
        draft,
        &extends,
        &[json!({"a": "xx"}), json!(1)],
        &[json!({}), json!({"a": "x"}), json!({"a": 12})],
    );
    let disallow = json!({"disallow": ["string", {"type": "object", "properties": {"a": {"type": "null", "required": true}}}]});
    holds(
        draft,
        &disallow,
        &[json!(1), json!({}), json!({"a": 1})],
        &[json!("x"), json!({"a": null})],
    );
    holds(
        draft,
        &json!({"disallow": "any"}),
        &[],
        &[json!(1), json!(null)],
    );
    holds(
        draft,
        &json!({"type": "any"}),
        &[json!(1), json!(null)],
        &[],
    );
    holds(draft, &json!({"type": []}), &[], &[]);
}

/// Draft 3, sections 5.5 to 5.8, 5.24 and 5.28.
#[test]
fn draft_3_details() {
    let draft = Draft::Draft3;
    holds(
        draft,
        &json!({"divisibleBy": 0.01}),
        &[json!(4.02), json!("x"), json!(0)],
        &[json!(4.005)],
    );
    let errors = checker(
        &json!({"divisibleBy": 0}),
        &MemoryLoader::new(),
        &Options {
            draft,
            ..Options::STANDARD
        },
    );
    assert!(errors.is_err_and(|errors| errors.contains("divisibleBy")));
    let dependencies = json!({"dependencies": {"a": "b", "c": ["d", "e"], "f": {"properties": {"g": {"required": true}}}}});
    holds(
        draft,
        &dependencies,
        &[
            json!({}),
            json!({"a": 1, "b": 1}),
            json!({"c": 1, "d": 1, "e": 1}),
            json!({"f": 1, "g": 1}),
        ],
        &[json!({"a": 1}), json!({"c": 1, "d": 1}), json!({"f": 1})],
    );
    let tuple = json!({"items": [{"type": "string"}], "additionalItems": {"type": "integer"}, "uniqueItems": true});
    holds(
        draft,
        &tuple,
        &[json!(["a", 1, 2]), json!([])],
        &[json!([1]), json!(["a", "b"]), json!(["a", 1, 1])],
    );
    let strict =
        json!({"minimum": 1, "exclusiveMinimum": true, "maximum": 3, "exclusiveMaximum": false});
    holds(
        draft,
        &strict,
        &[json!(1.5), json!(3)],
        &[json!(1), json!(3.5)],
    );
    // `$ref` takes the place of what stands beside it, `required` included.
    let reference = json!({"properties": {"a": {"$ref": "#/definitions/n", "required": true}}, "definitions": {"n": {"type": "null"}}});
    holds(
        draft,
        &reference,
        &[json!({}), json!({"a": null})],
        &[json!({"a": 1})],
    );
    // Keywords of later drafts are none here.
    holds(
        draft,
        &json!({"not": {}, "allOf": [false], "const": 1, "multipleOf": 2}),
        &[json!(3)],
        &[],
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

#[test]
fn truth_values_are_schemas_of_draft_4_after_two_keywords_alone() {
    let closed = json!({"properties": {"properties": {"additionalProperties": false}}});
    holds(
        Draft::Draft4,
        &closed,
        &[json!({"properties": {}})],
        &[json!({"properties": {"a": 1}})],
    );
    let options = Options {
        draft: Draft::Draft4,
        ..Options::STANDARD
    };
    let member = json!({"properties": {"additionalProperties": false}});
    let refused = checker(&member, &MemoryLoader::new(), &options);
    assert!(refused.is_err_and(|message| message.contains("HIT0205")));
}

#[test]
fn pointers_as_identifiers_are_no_names() {
    let schema = json!({"properties": {
        "a": {"$id": "#/properties/a", "type": "null"},
        "b": {"$id": "#/properties/a", "$ref": "#/properties/a"},
        "c": {"$id": "#/properties/a", "items": {"$ref": "#/properties/a"}},
    }});
    holds(
        Draft::Draft7,
        &schema,
        &[json!({"b": null, "c": [null]})],
        &[json!({"b": 1}), json!({"c": [1]})],
    );
}
