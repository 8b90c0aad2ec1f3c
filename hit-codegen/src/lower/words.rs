//! Closed sets of values.

use hit_runtime::check::{NodeId, TypeSet};
use hit_schema::shape::{Key, Shape};
use serde_json::Value;

use super::kinds;
use super::lowerer::{Lowerer, is_judged};
use crate::model::{ItemKind, Ty, Word};

/// The type of a shape that lists its values.
pub(super) fn lower(
    lowerer: &mut Lowerer<'_>,
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
    let deep = values
        .iter()
        .any(|value| value.is_array() || value.is_object());
    let literal = shape.kinds.contains(TypeSet::LITERAL_INTEGER);
    if deep || literal && values.iter().any(|value| value.is_number()) {
        let reason = if deep {
            "`enum` lists arrays or objects"
        } else {
            "`enum` of integers in a draft where `1.0` is none"
        };
        lowerer.note_plain(origin, reason);
        return Ty::Checked {
            node: lowerer.node(key, origin),
            inner: Box::new(Ty::Json),
        };
    }
    let words = values.into_iter().map(|value| Word {
        value: value.clone(),
        ident: String::new(),
    });
    let kind = ItemKind::Words(words.collect());
    let item = lowerer.item_for(key, mask, origin, "");
    lowerer.define(item, is_judged(shape), kind)
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
