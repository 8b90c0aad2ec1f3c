//! Keywords about arrays.

use hit_schema::Draft;
use serde_json::{Value, json};

use super::context::Maker;
use super::words;

/// `items`, in both forms, and `additionalItems`.
pub(super) fn items_of_old(maker: &mut Maker<'_>, depth: usize) -> Value {
    let mut schema = match maker.dice.one_in(2) {
        true => json!({"items": maker.schemas(depth)}),
        false => json!({"items": maker.schema(depth)}),
    };
    if maker.dice.one_in(2) {
        schema["additionalItems"] = match maker.dice.one_in(2) {
            true => maker.schema(depth),
            false => json!(false),
        };
    }
    schema
}

/// `prefixItems` and `items`.
pub(super) fn items(maker: &mut Maker<'_>, depth: usize) -> Value {
    let mut schema = json!({});
    if maker.dice.one_in(2) {
        schema["prefixItems"] = maker.schemas(depth);
    }
    if !maker.dice.one_in(3) {
        schema["items"] = maker.schema(depth);
    }
    if maker.dice.one_in(3) {
        schema["type"] = json!("array");
    }
    schema
}

/// `minItems`, `maxItems`, `uniqueItems`.
pub(super) fn counted(maker: &mut Maker<'_>, _: usize) -> Value {
    match maker.dice.below(3) {
        0 => json!({"minItems": words::count(maker.dice)}),
        1 => json!({"maxItems": words::count(maker.dice)}),
        _ => json!({"uniqueItems": !maker.dice.one_in(8)}),
    }
}

/// `contains` and how often.
pub(super) fn contains(maker: &mut Maker<'_>, depth: usize) -> Value {
    let mut schema = json!({"contains": maker.schema(depth)});
    if maker.from(Draft::Draft201909) {
        if maker.dice.one_in(2) {
            schema["minContains"] = words::count(maker.dice).into();
        }
        if maker.dice.one_in(3) {
            schema["maxContains"] = words::count(maker.dice).into();
        }
        if maker.dice.one_in(8) {
            schema
                .as_object_mut()
                .expect("an object")
                .remove("contains");
        }
    }
    schema
}

/// `unevaluatedItems`, with something beside it to evaluate.
pub(super) fn unevaluated(maker: &mut Maker<'_>, depth: usize) -> Value {
    let mut schema = super::logic::several(maker, depth);
    if maker.dice.one_in(2) {
        schema["contains"] = maker.schema(depth);
    }
    schema["unevaluatedItems"] = match maker.dice.one_in(3) {
        true => maker.schema(depth),
        false => json!(false),
    };
    schema
}
