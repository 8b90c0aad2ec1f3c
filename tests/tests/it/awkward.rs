//! Names, texts and values that could break out of generated code.

use hit_codegen::Config;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{generated, generated_with, random};

const KEYS: &[&str] = &[
    "",
    " ",
    "type",
    "self",
    "Self",
    "super",
    "crate",
    "async",
    "dyn",
    "try",
    "gen",
    "union",
    "_",
    "__",
    "1",
    "1a",
    "-",
    "$ref",
    "$",
    "*/",
    "/*",
    "//",
    "\"",
    "\"#",
    "'",
    "\\",
    "\n",
    "\r\n",
    "\t",
    "\u{0}",
    "\u{7f}",
    "\u{202e}",
    "é",
    "日本",
    "\u{1F600}",
    "a b",
    "a-b",
    "a.b",
    "a_b",
    "aB",
    "AB",
    "ab",
    "{}",
    "{x}",
    "#",
    "r#type",
    "#[x]",
    "```",
    "<script>",
    "extra",
    "new",
    "rt",
    "Some",
    "None",
    "Ok",
    "String",
    "Vec",
    "Option",
    "Value",
    "CHECKS",
    "deserializer",
    "D",
];

/// The code of a schema, which must parse as Rust in both layouts.
fn parses(schema: &Value) -> Result<String, String> {
    let text = schema.to_string();
    let code = generated(&text).map_err(|error| format!("{text}: {error}"))?;
    for part in [&code.text, &code.parts.0, &code.parts.1] {
        syn::parse_file(part).map_err(|error| format!("{text}: {error}\n{part}"))?;
    }
    Ok(code.text)
}

fn code(schema: &Value) -> String {
    parses(schema).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn as_properties_alone_and_together() {
    for key in KEYS {
        code(
            &json!({"title": "T", "type": "object", "properties": {*key: {"type": "string"}}, "required": [key]}),
        );
        code(
            &json!({"type": "object", "properties": {*key: {"type": "object", "properties": {*key: {}}}}}),
        );
    }
    let all: serde_json::Map<_, _> = KEYS
        .iter()
        .map(|key| ((*key).to_owned(), json!({"type": "boolean"})))
        .collect();
    code(&json!({"title": "All", "type": "object", "properties": all, "required": KEYS}));
}

#[test]
fn as_words_constants_and_tags() {
    code(&json!({"title": "Words", "enum": KEYS}));
    for key in KEYS {
        code(&json!({"title": "Word", "enum": [key, "other"]}));
        code(&json!({"title": "Constant", "const": key}));
        let arm = |tag: &str| json!({"type": "object", "properties": {*key: {"const": tag}}, "required": [key]});
        code(&json!({"title": "Tagged", "oneOf": [arm(key), arm("x")]}));
    }
}

#[test]
fn as_titles_descriptions_and_definitions() {
    for key in KEYS {
        code(
            &json!({"title": key, "description": key, "type": "object", "properties": {"a": {"description": key}}}),
        );
        let place = key.replace('~', "~0").replace('/', "~1");
        let place: String = place
            .bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                    (byte as char).to_string()
                }
                byte => format!("%{byte:02X}"),
            })
            .collect();
        code(
            &json!({"$ref": format!("#/$defs/{place}"), "$defs": {*key: {"type": "object", "properties": {"a": {}}}}}),
        );
    }
    let fences =
        "Text\n```\nlet x: String = 1;\n```\n\n    indented code\n\n```rust,compile_fail\n!\n";
    code(&json!({"description": fences, "type": "object"}));
}

#[test]
fn as_patterns_defaults_and_values() {
    for key in KEYS {
        let escaped: String = key
            .chars()
            .map(|char| match char.is_ascii_alphanumeric() {
                true => char.to_string(),
                false => format!("\\u{{{:x}}}", u32::from(char)),
            })
            .collect();
        for pattern in [escaped.as_str(), "\"#", "a\"##b", "\\\"", "[\"#]"] {
            code(&json!({"type": "string", "pattern": pattern}));
            code(&json!({"type": "object", "patternProperties": {pattern: {"type": "integer"}}}));
        }
        code(&json!({"type": "object", "properties": {"a": {"type": "string", "default": key}}}));
        code(&json!({"enum": [key, 1, null, [key], {*key: key}]}));
        code(
            &json!({"type": "object", "dependentRequired": {*key: ["x"]}, "propertyNames": {"not": {"const": key}}}),
        );
    }
}

#[test]
fn as_names_in_the_configuration() {
    let schema = r#"{"type": "object", "properties": {"a": {"type": "object"}}}"#;
    for name in ["1", "", "a b", "x\"", "fn", "A; fn f() {}", "é"] {
        let config = Config::new().place(hit_codegen::Place::at("#/properties/a").name(name));
        if let Ok(code) = generated_with(schema, &config) {
            assert!(syn::parse_file(&code.text).is_ok(), "{name}: {}", code.text);
            assert!(!code.text.contains("fn f()"), "{}", code.text);
        }
    }
    let schema = r#"{"x-rust-name": "A { } fn f() {} struct B", "type": "object"}"#;
    if let Ok(code) = generated(schema) {
        assert!(
            syn::parse_file(&code.text).is_ok() && !code.text.contains("fn f()"),
            "{}",
            code.text
        );
    }
}

#[test]
fn same_code_for_the_same_schema_however_it_is_spelled() {
    let plain = generated(r#"{"title": "A", "properties": {"é": {}}}"#).expect("good");
    let escaped =
        generated("{\"title\":\"\\u0041\",\"properties\":{\"\\u00e9\":{}}}").expect("good");
    assert_eq!(plain.parts.0, escaped.parts.0);
}

proptest! {
    #![proptest_config(random(150))]

    #[test]
    fn any_text_anywhere(
        keys in proptest::collection::btree_set("\\PC{0,6}|[\\x00-\\x7f]{0,6}", 1..5), text in "(?s).{0,80}",
    ) {
        let properties: serde_json::Map<_, _> =
            keys.iter().map(|key| (key.clone(), json!({"description": text, "default": text}))).collect();
        let schema = json!({
            "title": text, "description": text, "type": "object", "properties": properties, "required": keys,
            "$defs": {"A": {"enum": keys}},
            "additionalProperties": {"$ref": "#/$defs/A"},
        });
        let code = parses(&schema).map_err(TestCaseError::fail)?;
        prop_assert!(code.contains("pub struct"));
    }
}

#[test]
fn what_every_type_implements_is_not_derived() {
    for derive in [
        "hit_runtime::Validate",
        "::hit_runtime::Validate",
        "hit_derive::Validate",
    ] {
        let config = Config::new().derive(derive);
        let Err(refused) = generated_with(r#"{"type": "object", "title": "T"}"#, &config) else {
            panic!("{derive} is taken");
        };
        let refused = refused.to_string();
        assert!(
            refused.contains("HIT0807") && refused.contains("every generated type implements it"),
            "{refused}"
        );
    }
}
