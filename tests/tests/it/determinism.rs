//! Same schemas, same bytes, wherever they lie and in whatever order they come.

use std::fs;

use hit_codegen::{Config, Generated, generate};
use serde_json::{Value, json};

use crate::support::{folder, generated, json_files, root, text};

const TYPES: [&str; 6] = ["connection", "download", "play", "search", "upload", "view"];

/// The code for the six types and `hit`, in this order.
fn in_order(order: &[&str], base: &std::path::Path) -> Generated {
    let config = order
        .iter()
        .fold(Config::new().out("x.rs"), |config, name| {
            config.schema(format!("schemas/{name}.schema.json"))
        });
    generate(&config, base)
        .unwrap_or_else(|error| panic!("{error}"))
        .0
}

/// The types without the first lines, sorted: an order of the entries is an order of the types.
fn types(generated: &Generated) -> Vec<String> {
    let file = syn::parse_file(&generated.parts.0).expect("Rust");
    let mut items: Vec<String> = file
        .items
        .iter()
        .map(|item| quote::ToTokens::to_token_stream(item).to_string())
        .collect();
    items.sort();
    items
}

#[test]
fn twice_the_same_bytes() {
    let first = in_order(&TYPES, &root());
    assert_eq!(first.text, in_order(&TYPES, &root()).text);
    assert_eq!(first.parts, in_order(&TYPES, &root()).parts);
}

#[test]
fn the_order_of_the_schemas_changes_no_type() {
    let first = types(&in_order(&TYPES, &root()));
    assert!(first.len() > 12, "{} types", first.len());
    let mut order = TYPES;
    for round in 0..TYPES.len() {
        order.rotate_left(1);
        order.swap(0, round % 3 + 2);
        assert_eq!(types(&in_order(&order, &root())), first, "{order:?}");
    }
}

#[test]
fn another_folder_changes_nothing() {
    let elsewhere = folder("determinism elsewhere/deep");
    fs::create_dir_all(elsewhere.join("schemas")).expect("a folder");
    for file in json_files("schemas") {
        fs::copy(root().join(&file), elsewhere.join(&file)).expect("a copy");
    }
    assert_eq!(
        in_order(&TYPES, &elsewhere).text,
        in_order(&TYPES, &root()).text
    );
}

fn names(code: &str) -> Vec<String> {
    let lines = code
        .lines()
        .filter(|line| line.starts_with("pub struct") || line.starts_with("pub enum"));
    lines.map(str::to_owned).collect()
}

#[test]
fn an_unrelated_definition_changes_no_name() {
    let before = in_order(&["play"], &root());
    let mut schema: Value = serde_json::from_str(&text("schemas/play.schema.json")).expect("JSON");
    let unrelated = json!({"title": "Detail", "type": "object", "properties": {"range": {"type": "object",
        "properties": {"start": {"type": "string"}}}}, "required": ["range"]});
    schema["$defs"]["AAA"] = unrelated.clone();
    schema["properties"]["aaa"] = json!({"$ref": "#/$defs/AAA"});
    let elsewhere = folder("unrelated");
    fs::create_dir_all(elsewhere.join("schemas")).expect("a folder");
    fs::copy(
        root().join("schemas/common.schema.json"),
        elsewhere.join("schemas/common.schema.json"),
    )
    .expect("a copy");
    fs::write(
        elsewhere.join("schemas/play.schema.json"),
        schema.to_string(),
    )
    .expect("a file");
    let after = names(&in_order(&["play"], &elsewhere).parts.0);
    for name in names(&before.parts.0) {
        assert!(after.contains(&name), "{name} is gone: {after:?}");
    }
}

#[test]
fn one_more_property_changes_few_lines() {
    let with = |more: &str| {
        let schema = format!(
            r#"{{"title": "A", "type": "object", "properties": {{
                "a": {{"type": "string"}}, {more} "b": {{"type": "object", "properties": {{"c": {{"enum": ["x", "y"]}}}}}}}}}}"#
        );
        generated(&schema).expect("a good schema").parts.0
    };
    let (before, after) = (with(""), with(r#""new": {"type": "integer"},"#));
    let diff = similar::TextDiff::from_lines(&before, &after);
    let changed = diff
        .iter_all_changes()
        .filter(|change| change.tag() != similar::ChangeTag::Equal);
    let changed: Vec<String> = changed.map(|change| change.to_string()).collect();
    assert!((1..=4).contains(&changed.len()), "{changed:?}");
}
