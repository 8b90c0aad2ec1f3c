//! Arrays: `Vec`, or a tuple where places differ.

use hit_runtime::check::{NodeId, TypeSet};
use hit_schema::shape::{Arrays, Key, Shape};

use super::context::{Context, is_judged};
use crate::model::{ItemKind, Place, Tuple, Ty};

/// Longest tuple that gets places of its own.
const MAX_PLACES: usize = 64;

/// The type of a shape of arrays.
pub(super) fn lower(
    context: &mut Context<'_>,
    key: &Key,
    mask: TypeSet,
    origin: NodeId,
    shape: &Shape,
) -> Ty {
    let arrays = &shape.arrays;
    if arrays.prefix.is_empty() {
        return vec(context, key, origin, shape);
    }
    if arrays.prefix.len() > MAX_PLACES {
        context.note_plain(origin, "a tuple of more than 64 places");
        return plain(context, key, origin);
    }
    let item = context.item_for(
        key,
        mask,
        origin,
        if mask == TypeSet::ARRAY { "Array" } else { "" },
    );
    let tuple = tuple(context, arrays, origin);
    context.define(
        item,
        is_judged(shape) || arrays.unique,
        ItemKind::Tuple(tuple),
    )
}

fn plain(context: &mut Context<'_>, key: &Key, origin: NodeId) -> Ty {
    let node = context.nodes.of(key, origin);
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

fn vec(context: &mut Context<'_>, key: &Key, origin: NodeId, shape: &Shape) -> Ty {
    let arrays = &shape.arrays;
    let least = arrays.min.unwrap_or(0);
    let item = element(context, &arrays.rest, origin, least > 0);
    let unique = arrays.unique && has_order(context, &item);
    let ty = Ty::Seq {
        item: Box::new(item),
        min: arrays.min,
        max: arrays.max,
        unique,
    };
    if arrays.unique && !unique {
        return Ty::Checked {
            node: context.nodes.of(key, origin),
            inner: Box::new(ty),
        };
    }
    context.judged(ty, key, origin, shape)
}

/// Whether the Rust type has an order in which equal means equal in JSON.
fn has_order(context: &Context<'_>, item: &Ty) -> bool {
    match item {
        Ty::Text { .. } | Ty::Int { .. } | Ty::Bool => true,
        Ty::Checked { inner, .. } => has_order(context, inner),
        Ty::Named(item) => context.is_words(*item),
        _ => false,
    }
}

fn element(context: &mut Context<'_>, key: &Key, origin: NodeId, required: bool) -> Ty {
    let written = key.nodes().first().copied().unwrap_or(origin);
    match required {
        true => context.lower(key, TypeSet::ANY, written),
        false => context.lower_optional(key, TypeSet::ANY, written),
    }
}

fn tuple(context: &mut Context<'_>, arrays: &Arrays, origin: NodeId) -> Tuple {
    let least = arrays.min.unwrap_or(0);
    let mut places = Vec::new();
    for (at, key) in arrays.prefix.iter().enumerate() {
        let required = (at as u64) < least;
        let ty = element(context, key, origin, required);
        places.push(Place { ty, required });
    }
    let further = least > arrays.prefix.len() as u64;
    let rest = match element(context, &arrays.rest, origin, further) {
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
