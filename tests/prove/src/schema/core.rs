//! Definitions, identifiers, references.

use hit_schema::Draft;
use serde_json::{Map, Value, json};

use super::context::Maker;

/// Definitions, and how they can be referred to.
pub(super) fn definitions(maker: &mut Maker<'_>) -> Map<String, Value> {
    let folder = folder(maker.draft);
    let names = ["d1", "d2"];
    for name in names {
        maker.targets.push(format!("#/{folder}/{name}"));
        maker.targets.push(format!("#/{folder}/{name}"));
    }
    let mut definitions: Map<String, Value> = names
        .iter()
        .map(|name| ((*name).to_owned(), maker.schema(3)))
        .collect();
    for (name, schema) in &mut definitions {
        if let Value::Object(schema) = schema
            && maker.dice.one_in(3)
        {
            identify(maker, name, schema);
        }
    }
    definitions
}

fn folder(draft: Draft) -> &'static str {
    match draft >= Draft::Draft201909 {
        true => "$defs",
        false => "definitions",
    }
}

/// Gives a definition an identifier or an anchor.
fn identify(maker: &mut Maker<'_>, name: &str, schema: &mut Map<String, Value>) {
    let overridden = schema.contains_key("$ref") && maker.draft.ref_overrides();
    if overridden {
        return;
    }
    let mut put = |keyword: &str, value: String, target: String| {
        schema.insert(keyword.to_owned(), value.into());
        maker.targets.push(target);
    };
    match (maker.draft, name) {
        (Draft::Draft3 | Draft::Draft4, _) => {
            put("id", format!("#{name}-id"), format!("#{name}-id"))
        }
        (Draft::Draft6 | Draft::Draft7, _) => {
            put("$id", format!("#{name}-id"), format!("#{name}-id"))
        }
        (_, "d1") => put("$anchor", "here".to_owned(), "#here".to_owned()),
        (Draft::Draft201909, _) => {
            put("$id", "other.json".to_owned(), "other.json".to_owned());
            schema.insert("$recursiveAnchor".to_owned(), true.into());
        }
        _ => {
            put("$id", "other.json".to_owned(), "other.json".to_owned());
            schema.insert("$dynamicAnchor".to_owned(), "node".into());
        }
    }
}

/// Completes the root.
pub(super) fn root(
    maker: &mut Maker<'_>,
    root: &mut Map<String, Value>,
    definitions: Map<String, Value>,
) {
    let draft = maker.draft;
    let alone = root.contains_key("$ref") && draft.ref_overrides();
    if !alone && maker.dice.one_in(2) {
        root.insert(
            draft.id_keyword().to_owned(),
            "http://example.org/root.json".into(),
        );
    }
    match draft {
        Draft::Draft201909 if maker.dice.one_in(2) => {
            drop(root.insert("$recursiveAnchor".to_owned(), true.into()))
        }
        Draft::Draft202012 if maker.dice.one_in(2) => {
            drop(root.insert("$dynamicAnchor".to_owned(), "node".into()))
        }
        _ => {}
    }
    root.insert(folder(draft).to_owned(), definitions.into());
}

/// `$ref`, to the whole, a definition, an anchor or another resource.
pub(super) fn reference(maker: &mut Maker<'_>, _: usize) -> Value {
    json!({"$ref": maker.target()})
}

/// `$recursiveRef`.
pub(super) fn recursive(_: &mut Maker<'_>, _: usize) -> Value {
    json!({"$recursiveRef": "#"})
}

/// `$dynamicRef`, to an anchor that some resources have; it is an error where
/// the own resource has none.
pub(super) fn dynamic(maker: &mut Maker<'_>, _: usize) -> Value {
    let target = maker.dice.word(&["#node", "other.json#node", "#/$defs/d1"]);
    json!({"$dynamicRef": target})
}
