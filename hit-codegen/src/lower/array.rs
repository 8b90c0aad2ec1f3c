//! Arrays: `Vec`, or a tuple where places differ.

use hit_runtime::check::{NodeId, TypeSet};
use hit_schema::shape::{Arrays, Key, Shape};

use super::lowerer::{Lowerer, is_judged};
use crate::model::{ItemKind, Place, Tuple, Ty};

/// Longest tuple that gets places of its own.
const MAX_PLACES: usize = 12;

/// The type of a shape of arrays.
pub(super) fn lower(
    lowerer: &mut Lowerer<'_>,
    key: &Key,
    mask: TypeSet,
    origin: NodeId,
    shape: &Shape,
) -> Ty {
    let arrays = &shape.arrays;
    if arrays.prefix.is_empty() {
        return vec(lowerer, key, origin, shape);
    }
    if arrays.prefix.len() > MAX_PLACES {
        lowerer.note_plain(origin, "a tuple of more than twelve places");
        return plain(lowerer, key, origin);
    }
    let item = lowerer.item_for(
        key,
        mask,
        origin,
        if mask == TypeSet::ARRAY { "Array" } else { "" },
    );
    let tuple = tuple(lowerer, arrays, origin);
    lowerer.define(
        item,
        is_judged(shape) || arrays.unique,
        ItemKind::Tuple(tuple),
    )
}

fn plain(lowerer: &mut Lowerer<'_>, key: &Key, origin: NodeId) -> Ty {
    let node = lowerer.node(key, origin);
    let inner = Ty::Seq {
        item: Box::new(Ty::Json),
        min: None,
        max: None,
        unique: false,
    };
    Ty::Checked {
        node,
        inner: Box::new(inner),
    }
}

fn vec(lowerer: &mut Lowerer<'_>, key: &Key, origin: NodeId, shape: &Shape) -> Ty {
    let arrays = &shape.arrays;
    let item = member(lowerer, &arrays.rest, origin);
    let unique = arrays.unique && has_order(lowerer, &item);
    let ty = Ty::Seq {
        item: Box::new(item),
        min: arrays.min,
        max: arrays.max,
        unique,
    };
    if arrays.unique && !unique {
        return Ty::Checked {
            node: lowerer.node(key, origin),
            inner: Box::new(ty),
        };
    }
    lowerer.judged(ty, key, origin, shape)
}

/// Whether the Rust type has an order in which equal means equal in JSON.
fn has_order(lowerer: &Lowerer<'_>, item: &Ty) -> bool {
    match item {
        Ty::Text { .. } | Ty::Int { .. } | Ty::Bool => true,
        Ty::Checked { inner, .. } => has_order(lowerer, inner),
        Ty::Named(item) => lowerer.is_words(*item),
        _ => false,
    }
}

fn member(lowerer: &mut Lowerer<'_>, key: &Key, origin: NodeId) -> Ty {
    let written = key.nodes().first().copied().unwrap_or(origin);
    lowerer.lower(key, TypeSet::ANY, written)
}

fn tuple(lowerer: &mut Lowerer<'_>, arrays: &Arrays, origin: NodeId) -> Tuple {
    let least = arrays.min.unwrap_or(0);
    let mut places = Vec::new();
    for (at, key) in arrays.prefix.iter().enumerate() {
        let ty = member(lowerer, key, origin);
        places.push(Place {
            ty,
            required: (at as u64) < least,
        });
    }
    let rest = match member(lowerer, &arrays.rest, origin) {
        Ty::Never => None,
        ty => Some(ty),
    };
    Tuple {
        places,
        rest,
        min: arrays.min,
        max: arrays.max,
    }
}
