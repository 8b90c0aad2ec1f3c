//! What values some conjunctions of subschemas accept, unions taken apart.

use std::rc::Rc;

use hit_runtime::check::TypeSet;
use hit_schema::shape::{Key, Shape, Shaper};

/// How many alternatives of one value are looked at.
const MOST_ALTERNATIVES: usize = 64;

/// The shapes of keys without unions: every accepted value is of one of them.
/// `None` when there are too many.
pub(super) fn leaves(shaper: &Shaper<'_>, keys: &[Key]) -> Option<Vec<Rc<Shape>>> {
    let mut found = Vec::new();
    let mut todo: Vec<Key> = keys.iter().rev().cloned().collect();
    let mut steps = 0;
    while let Some(key) = todo.pop() {
        steps += 1;
        if steps > MOST_ALTERNATIVES * 2 || found.len() > MOST_ALTERNATIVES {
            return None;
        }
        let shape = shaper.shape(&key);
        if is_empty(&shape) {
            continue;
        }
        match shape.unions.first() {
            Some(union) => todo.extend(union.keys.iter().rev().cloned()),
            None => found.push(shape),
        }
    }
    Some(found)
}

/// Whether a shape accepts nothing, as far as its facets tell.
fn is_empty(shape: &Shape) -> bool {
    shape.kinds.0 & TypeSet::ANY.0 == 0
        || shape
            .values
            .as_ref()
            .is_some_and(|values| values.is_empty())
}

/// Whether a shape allows a JSON type.
pub(super) fn allows(shape: &Shape, kind: TypeSet) -> bool {
    shape.kinds.0 & kind.0 != 0
}

/// Whether a shape says nothing about the JSON type.
pub(super) fn is_open(shape: &Shape) -> bool {
    shape.kinds.contains(TypeSet::ANY) && shape.values.is_none()
}
