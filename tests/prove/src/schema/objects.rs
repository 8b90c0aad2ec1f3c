//! Keywords about objects.

use hit_schema::Draft;
use serde_json::{Map, Value, json};

use super::context::Maker;
use super::words::{self, NAMES, PATTERNS};

/// Some names, each once.
fn some_names(maker: &mut Maker<'_>) -> Vec<String> {
    let mut names: Vec<String> = (0..=maker.dice.below(3))
        .map(|_| maker.dice.word(NAMES))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

fn members(maker: &mut Maker<'_>, names: Vec<String>, depth: usize) -> Map<String, Value> {
    names
        .into_iter()
        .map(|name| (name, maker.schema(depth)))
        .collect()
}

/// `properties` with or without `required`.
pub(super) fn named(maker: &mut Maker<'_>, depth: usize) -> Value {
    let names = some_names(maker);
    let mut properties = members(maker, names.clone(), depth);
    if maker.draft == Draft::Draft3 {
        for schema in properties.values_mut().filter_map(Value::as_object_mut) {
            if maker.dice.one_in(3) {
                schema.insert("required".to_owned(), true.into());
            }
        }
        return json!({"properties": properties});
    }
    let mut schema = json!({"properties": properties});
    if maker.dice.one_in(2) {
        let required = match maker.dice.one_in(3) {
            true => some_names(maker),
            false => names,
        };
        schema["required"] = json!(required);
    }
    if maker.dice.one_in(2) {
        schema["type"] = json!("object");
    }
    schema
}

/// `additionalProperties` and `patternProperties`.
pub(super) fn closed(maker: &mut Maker<'_>, depth: usize) -> Value {
    let mut schema = json!({});
    if maker.dice.one_in(2) {
        let patterns = (0..=maker.dice.below(2))
            .map(|_| maker.dice.word(PATTERNS))
            .collect();
        schema["patternProperties"] = members(maker, patterns, depth).into();
    }
    if maker.dice.one_in(2) {
        let names = some_names(maker);
        schema["properties"] = members(maker, names, depth).into();
    }
    schema["additionalProperties"] = match maker.dice.below(3) {
        0 => maker.schema(depth),
        _ => json!(false),
    };
    schema
}

/// `minProperties`, `maxProperties`.
pub(super) fn counted(maker: &mut Maker<'_>, _: usize) -> Value {
    let name = maker.dice.word(&["minProperties", "maxProperties"]);
    json!({name: words::count(maker.dice)})
}

/// `propertyNames`.
pub(super) fn names(maker: &mut Maker<'_>, depth: usize) -> Value {
    match maker.dice.one_in(2) {
        true => json!({"propertyNames": {"pattern": maker.dice.word(PATTERNS)}}),
        false => json!({"propertyNames": maker.schema(depth)}),
    }
}

/// `dependencies` up to draft 7, `dependentSchemas` since.
pub(super) fn dependent(maker: &mut Maker<'_>, depth: usize) -> Value {
    let names = some_names(maker);
    let mut entries = members(maker, names, depth);
    if maker.from(Draft::Draft201909) {
        return json!({"dependentSchemas": entries});
    }
    for entry in entries.values_mut() {
        match maker.dice.below(3) {
            0 if maker.draft == Draft::Draft3 => *entry = maker.dice.word(NAMES).into(),
            1 => *entry = json!(some_names(maker)),
            _ => {}
        }
    }
    json!({"dependencies": entries})
}

/// `dependentRequired`.
pub(super) fn dependent_required(maker: &mut Maker<'_>, _: usize) -> Value {
    json!({"dependentRequired": {maker.dice.word(NAMES): some_names(maker)}})
}

/// `unevaluatedProperties`, with something beside it to evaluate.
pub(super) fn unevaluated(maker: &mut Maker<'_>, depth: usize) -> Value {
    let mut schema = super::logic::several(maker, depth);
    schema["unevaluatedProperties"] = match maker.dice.one_in(3) {
        true => maker.schema(depth),
        false => json!(false),
    };
    schema
}
