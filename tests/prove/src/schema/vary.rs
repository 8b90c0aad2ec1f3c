//! Other schemas out of given ones.

use hit_schema::Draft;
use serde_json::{Value, json};

use super::words::NAMES;
use crate::mutate::mutate;
use crate::{Dice, Literals};

/// A schema like a given one: with a keyword of another, below a keyword, or
/// bent at some place. It often is none any more; then both judges say so.
pub fn vary(schema: &Value, other: &Value, draft: Draft, dice: &mut Dice) -> Value {
    let mut varied = schema.clone();
    match dice.below(6) {
        0 => {}
        1 => borrow(&mut varied, other, dice),
        2 if draft >= Draft::Draft4 => varied = beside(schema, other, dice),
        3 => varied = below(schema, dice),
        _ => mutate(&mut varied, &Literals::of(other), dice),
    }
    if let (Value::Object(members), Some(dialect)) = (&mut varied, schema.get("$schema")) {
        members.entry("$schema").or_insert_with(|| dialect.clone());
    }
    varied
}

/// Takes a keyword of another schema.
fn borrow(schema: &mut Value, other: &Value, dice: &mut Dice) {
    let (Value::Object(members), Value::Object(others)) = (schema, other) else {
        return;
    };
    for _ in 0..=dice.below(2) {
        let borrowed = others.iter().nth(dice.below(others.len()));
        if let Some((name, value)) = borrowed {
            members.insert(name.clone(), value.clone());
        }
    }
}

/// Both at the same value. References to the root change their meaning.
fn beside(schema: &Value, other: &Value, dice: &mut Dice) -> Value {
    let list = dice.word(&["allOf", "anyOf", "oneOf"]);
    json!({list: [bare(schema), bare(other)]})
}

/// As a part.
fn below(schema: &Value, dice: &mut Dice) -> Value {
    match dice.below(3) {
        0 => json!({"properties": {dice.word(NAMES): bare(schema)}}),
        1 => json!({"items": bare(schema)}),
        _ => json!({"additionalProperties": bare(schema)}),
    }
}

fn bare(schema: &Value) -> Value {
    let mut bare = schema.clone();
    if let Value::Object(members) = &mut bare {
        members.remove("$schema");
    }
    bare
}
