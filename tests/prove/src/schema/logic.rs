//! Keywords that apply schemas to the same value.

use serde_json::{Value, json};

use super::context::Maker;
use super::words::{self, NAMES};

/// `allOf`, `anyOf`, `oneOf`.
pub(super) fn several(maker: &mut Maker<'_>, depth: usize) -> Value {
    let name = maker.dice.word(&["allOf", "anyOf", "oneOf"]);
    json!({name: maker.schemas(depth)})
}

/// Objects told apart by a constant.
pub(super) fn tagged(maker: &mut Maker<'_>, depth: usize) -> Value {
    let list = maker.dice.word(&["oneOf", "anyOf"]);
    let arm = |maker: &mut Maker<'_>, tag: &str| {
        let other = maker.dice.word(NAMES);
        let mut properties = json!({other: maker.schema(depth)});
        properties["kind"] = json!({"enum": [tag]});
        let mut arm = json!({"properties": properties, "required": ["kind"]});
        if maker.dice.one_in(2) {
            arm["type"] = json!("object");
        }
        if maker.dice.one_in(3) {
            arm["additionalProperties"] = json!(false);
        }
        arm
    };
    json!({list: [arm(maker, "a"), arm(maker, "b")]})
}

/// `not`.
pub(super) fn not(maker: &mut Maker<'_>, depth: usize) -> Value {
    json!({"not": maker.schema(depth)})
}

/// `if`, `then`, `else`, also one without the other.
pub(super) fn conditional(maker: &mut Maker<'_>, depth: usize) -> Value {
    let mut schema = json!({});
    for (name, seldom) in [("if", 6), ("then", 3), ("else", 2)] {
        if !maker.dice.one_in(seldom) {
            schema[name] = maker.schema(depth);
        }
    }
    schema
}

/// `extends`, `disallow`, and schemas in `type`.
pub(super) fn of_draft_3(maker: &mut Maker<'_>, depth: usize) -> Value {
    match maker.dice.below(4) {
        0 => json!({"extends": maker.schema(depth)}),
        1 => json!({"extends": maker.schemas(depth)}),
        2 => json!({"disallow": [maker.schema(depth), "null"]}),
        _ => json!({"type": [maker.schema(depth), "string"], "default": words::scalar(maker.dice)}),
    }
}
