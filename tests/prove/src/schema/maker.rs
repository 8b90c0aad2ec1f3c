//! The grammar's start.

use hit_schema::Draft;
use serde_json::{Map, Value, json};

use super::context::Maker;
use super::groups::{Group, groups};
use super::{core, scalars};
use crate::Dice;

/// Subschemas of one schema, at most.
const MOST: usize = 24;

/// A schema of a draft, with `$schema`.
pub fn make(dice: &mut Dice, draft: Draft) -> Value {
    let mut maker = Maker {
        dice,
        draft,
        targets: vec!["#".to_owned()],
        left: MOST,
        object,
        leaf,
    };
    let definitions = core::definitions(&mut maker);
    let mut root = match object(&mut maker, 4) {
        Value::Object(members) => members,
        _ => Map::new(),
    };
    core::root(&mut maker, &mut root, definitions);
    root.insert("$schema".to_owned(), draft.schema().into());
    Value::Object(root)
}

/// A schema of several keywords.
fn object(maker: &mut Maker<'_>, depth: usize) -> Value {
    let all = groups(maker.draft);
    let mut members = Map::new();
    for _ in 0..=maker.dice.below(3) {
        let Group { make, .. } = *maker.dice.pick(&all);
        if let Value::Object(more) = make(maker, depth.saturating_sub(1)) {
            for (name, value) in more {
                members.entry(name).or_insert(value);
            }
        }
    }
    Value::Object(members)
}

/// A schema without subschemas.
fn leaf(maker: &mut Maker<'_>, _: usize) -> Value {
    match maker.dice.below(8) {
        0 => json!({}),
        1 => json!({"$ref": maker.target()}),
        2 => scalars::constants(maker, 0),
        3 => scalars::numbers(maker, 0),
        4 => scalars::strings(maker, 0),
        _ => scalars::types(maker, 0),
    }
}
