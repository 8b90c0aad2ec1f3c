//! Keywords that speak of several things at once: each is left out of what is enforced, and has to be missed.

use std::path::Path;
use std::sync::Arc;

use hit_contract::{Config, Settings, Transport, block_on, configured, router, run};
use serde_json::{Value, json};

use super::mock::mock;
use super::service::said;

const CONFIG: &str = r#"
profile = "strict"
[statuses]
accepted = 201
[offers]
problems = false
[[endpoint]]
name = "things"
path = "/things"
schema = "thing.schema.json"
"#;

fn thing(part: &Value) -> String {
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
        "properties": { "part": part }, "required": ["part"],
    });
    schema.to_string()
}

/// What is found where `served` is served and `enforced` is enforced.
fn found(served: &Value, enforced: &Value, name: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("composed-{name}"));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("thing.schema.json"), thing(served)).unwrap();
    let config = Config::parse(CONFIG).unwrap();
    let profile = config.profile(None).unwrap();
    let transport: Arc<dyn Transport> = Arc::new(router(mock(&thing(enforced), |value| value)));
    let outcome = block_on(async {
        let service = configured(&config, &folder, profile, transport.as_ref());
        run(&service.await.unwrap(), transport, &Settings::default()).await
    });
    said(&outcome.unwrap())
}

/// Drops a keyword, and finds that it is not enforced.
fn missed(part: Value, keyword: &str) {
    missed_as(part, keyword, keyword);
}

/// The same for a keyword that is a part of what another means.
fn missed_as(part: Value, keyword: &str, told: &str) {
    let mut without = part.clone();
    assert!(without.as_object_mut().unwrap().remove(keyword).is_some());
    let name = format!("{keyword}-{:x}", part.to_string().len());
    let found_without = found(&part, &without, &name);
    let is_missed = |it: &String| it.starts_with("accepted") && it.contains(told);
    assert!(
        found_without.iter().any(is_missed),
        "{keyword} of {part}: {found_without:#?}"
    );
    let nothing: Vec<String> = Vec::new();
    assert_eq!(found(&part, &part, &name), nothing, "{part}");
}

#[test]
fn choices() {
    missed(
        json!({ "type": "object", "anyOf": [{ "required": ["a"] }, { "required": ["b", "c"] }] }),
        "anyOf",
    );
    missed(
        json!({ "anyOf": [{ "type": "string", "maxLength": 5 }, { "type": "integer", "minimum": 10 }] }),
        "anyOf",
    );
    missed(
        json!({ "type": "integer", "anyOf": [{ "minimum": 10 }, { "maximum": -10 }] }),
        "anyOf",
    );
    missed(
        json!({ "type": "object", "oneOf": [{ "required": ["a"] }, { "required": ["b"] }] }),
        "oneOf",
    );
    missed(
        json!({ "type": "integer", "oneOf": [{ "multipleOf": 3 }, { "multipleOf": 5 }] }),
        "oneOf",
    );
    missed(
        json!({ "type": "object", "not": { "required": ["a", "b"] } }),
        "not",
    );
    missed(
        json!({ "type": "string", "not": { "enum": ["root", "admin"] } }),
        "not",
    );
}

#[test]
fn one_arm_of_a_choice_that_is_wider() {
    let part = |long: u32| {
        json!({ "anyOf": [
        { "type": "object", "required": ["card"], "properties": { "card": { "type": "string", "maxLength": long } } },
        { "type": "object", "required": ["iban"], "properties": { "iban": { "type": "string", "minLength": 5 } } },
    ] })
    };
    let found = found(&part(19), &part(20), "wider");
    assert!(
        found
            .iter()
            .any(|it| it.starts_with("accepted") && it.contains("anyOf at /part")),
        "{found:#?}"
    );
}

#[test]
fn what_depends() {
    let kinds = json!({ "kind": { "enum": ["x", "y"] } });
    let test = json!({ "properties": { "kind": { "const": "x" } } });
    let both = json!({
        "type": "object", "properties": kinds, "required": ["kind"],
        "if": test, "then": { "required": ["a"] }, "else": { "required": ["b"] },
    });
    for branch in ["then", "else"] {
        let mut without = both.clone();
        without.as_object_mut().unwrap().remove(branch);
        let found = found(&both, &without, branch);
        assert!(
            found.iter().any(|it| it.starts_with("accepted")),
            "{branch}: {found:#?}"
        );
    }
    let ab = json!({ "a": { "type": "integer" }, "b": { "type": "integer" } });
    missed(
        json!({ "type": "object", "properties": ab, "dependentRequired": { "a": ["b"] } }),
        "dependentRequired",
    );
    let dependent = json!({ "type": "object", "properties": ab, "dependentSchemas": { "a": { "required": ["b"] } } });
    let mut without = dependent.clone();
    without.as_object_mut().unwrap().remove("dependentSchemas");
    let found = found(&dependent, &without, "dependent");
    assert!(
        found.iter().any(|it| it.starts_with("accepted")),
        "{found:#?}"
    );
}

#[test]
fn members_and_items() {
    missed(
        json!({ "type": "object", "propertyNames": { "pattern": "^[a-z]+$" } }),
        "propertyNames",
    );
    missed(
        json!({ "type": "object", "minProperties": 2, "maxProperties": 3 }),
        "minProperties",
    );
    missed(
        json!({ "type": "object", "minProperties": 2, "maxProperties": 3 }),
        "maxProperties",
    );
    missed(
        json!({ "type": "object", "allOf": [{ "properties": { "a": { "type": "integer" } } }], "unevaluatedProperties": false }),
        "unevaluatedProperties",
    );
    missed(
        json!({ "type": "array", "contains": { "const": 7 }, "minContains": 2 }),
        "contains",
    );
    missed_as(
        json!({ "type": "array", "contains": { "const": 7 }, "minContains": 1, "maxContains": 2 }),
        "maxContains",
        "contains",
    );
    missed(
        json!({ "type": "array", "prefixItems": [{ "type": "integer" }, { "type": "string" }], "unevaluatedItems": false }),
        "unevaluatedItems",
    );
}
