//! Closed sets of values.

use hit_runtime::check::{NodeId, TypeSet};
use hit_schema::shape::{Key, Shape};
use serde_json::Value;

use super::context::{Context, is_judged};
use super::kinds;
use crate::model::{ItemKind, Ty, Word};

/// The type of a shape that lists its values.
pub(super) fn lower(
    context: &mut Context<'_>,
    key: &Key,
    mask: TypeSet,
    origin: NodeId,
    shape: &Shape,
) -> Ty {
    let values: Vec<&Value> = shape
        .values
        .iter()
        .flatten()
        .filter(|value| in_mask(value, shape.kinds))
        .collect();
    if values.is_empty() {
        return Ty::Never;
    }
    if both_booleans(&values) && !is_judged(shape) {
        return Ty::Bool;
    }
    // The engine tells `1` from `1.0` where that matters; variants do not.
    let literal = shape.kinds.contains(TypeSet::LITERAL_INTEGER)
        && values.iter().any(|value| value.is_number());
    let words = values.into_iter().map(|value| Word {
        value: value.clone(),
        ident: String::new(),
    });
    let kind = ItemKind::Words(words.collect());
    let item = context.item_for(key, mask, origin, "");
    context.define(item, literal || is_judged(shape), kind)
}

fn in_mask(value: &Value, kinds: TypeSet) -> bool {
    let kind = match value {
        Value::Null => TypeSet::NULL,
        Value::Bool(_) => TypeSet::BOOLEAN,
        Value::Number(_) => TypeSet::NUMBER,
        Value::String(_) => TypeSet::STRING,
        Value::Array(_) => TypeSet::ARRAY,
        Value::Object(_) => TypeSet::OBJECT,
    };
    kinds::has(kinds, kind)
}

fn both_booleans(values: &[&Value]) -> bool {
    values.len() == 2 && values.iter().all(|value| value.is_boolean())
}
