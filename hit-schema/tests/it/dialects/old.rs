//! Drafts 3 to 7, read from their specifications.

use hit_schema::load::MemoryLoader;
use hit_schema::{Draft, Options};
use serde_json::json;

use super::support::{checker, holds};

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
