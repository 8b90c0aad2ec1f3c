//! Walks over the types that items hold.

use super::item::{Item, ItemKind};
use super::ty::{ItemId, Ty};

/// Shows all places of an item, those of members that are not kept too.
pub fn each_place(item: &mut Item, see: &mut dyn FnMut(&mut Ty)) {
    match &mut item.kind {
        ItemKind::Struct(body) => {
            body.fields.iter_mut().for_each(|field| see(&mut field.ty));
            let matched = body.matched.iter_mut().map(|(_, extra)| extra);
            matched
                .chain(&mut body.extra)
                .for_each(|extra| see(&mut extra.ty));
        }
        ItemKind::Union(union) => union.arms.iter_mut().for_each(|arm| see(&mut arm.ty)),
        ItemKind::Newtype(ty) => see(ty),
        ItemKind::Tuple(tuple) => {
            tuple.places.iter_mut().for_each(|place| see(&mut place.ty));
            tuple.rest.iter_mut().for_each(see);
        }
        ItemKind::Words(_) | ItemKind::Pending => {}
    }
}

/// Shows the types inside a type, and itself.
pub fn each_within(ty: &mut Ty, see: &mut dyn FnMut(&mut Ty)) {
    see(ty);
    match ty {
        Ty::Seq { item: inner, .. }
        | Ty::Map { value: inner, .. }
        | Ty::Option(inner)
        | Ty::Boxed(inner)
        | Ty::Checked { inner, .. } => each_within(inner, see),
        _ => {}
    }
}

/// Shows every mention of another item.
pub fn each_mention(item: &mut Item, see: &mut dyn FnMut(&mut ItemId)) {
    each_place(item, &mut |place| {
        each_within(place, &mut |ty| {
            if let Ty::Named(item) = ty {
                see(item);
            }
        });
    });
}
