//! One document of many.

use hit_schema::load::{MemoryLoader, NoLoader};
use hit_schema::{Entry, Options, bundle, compile};

#[test]
fn embeds_what_is_referred_to() {
    let loader = MemoryLoader::new()
        .with(
            "entry:///schemas/common.json",
            r##"{"$defs": {"id": {"minimum": 1.50}, "me": {"$ref": "#/$defs/id"}}}"##,
        )
        .with(
            "https://example.com/old.json",
            r#"{"$schema": "http://json-schema.org/draft-07/schema#", "$ref": "yes", "items": []}"#,
        )
        .with("https://example.com/yes", "true")
        .with("entry:///schemas/unused.json", "true");
    let text = r##"{
        "properties": {"a": {"$ref": "common.json#/$defs/me"}, "b": {"$ref": "https://example.com/old.json"}},
        "$defs": {"own": {}}, "minProperties": 1}"##;
    let entry = Entry::text("schemas/root.json", text);
    let compiled = compile(&[entry], &loader, &Options::STANDARD).expect("good");
    let text = bundle(&compiled, 0).expect("a root");
    assert_eq!(
        text,
        r##"{
  "properties": {
    "a": {
      "$ref": "common.json#/$defs/me"
    },
    "b": {
      "$ref": "https://example.com/old.json"
    }
  },
  "$defs": {
    "own": {},
    "common.json": {
      "$id": "common.json",
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$defs": {
        "id": {
          "minimum": 1.50
        },
        "me": {
          "$ref": "#/$defs/id"
        }
      }
    },
    "https://example.com/old.json": {
      "$id": "https://example.com/old.json",
      "$schema": "http://json-schema.org/draft-07/schema#",
      "$ref": "yes",
      "items": []
    },
    "https://example.com/yes": {
      "$id": "https://example.com/yes",
      "$schema": "http://json-schema.org/draft-07/schema#"
    }
  },
  "minProperties": 1
}
"##
    );
    let again = compile(
        &[Entry::text("elsewhere.json", text)],
        &NoLoader,
        &Options::STANDARD,
    );
    let again = again.unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(again.sources.iter().count(), 1);
    let checks = |compiled: &hit_schema::Compiled| {
        compiled
            .program
            .nodes
            .iter()
            .map(|node| node.checks.len())
            .sum::<usize>()
    };
    assert_eq!(checks(&again), checks(&compiled));
}

#[test]
fn leaves_a_lone_document_alone() {
    let compiled = compile(
        &[Entry::text("a", "{\"x\":[1e2,\"\\u0041\",[]]}")],
        &NoLoader,
        &Options::STANDARD,
    );
    let text = bundle(&compiled.expect("good"), 0).expect("a root");
    assert_eq!(
        text,
        "{\n  \"x\": [\n    1e2,\n    \"\\u0041\",\n    []\n  ]\n}\n"
    );
}
