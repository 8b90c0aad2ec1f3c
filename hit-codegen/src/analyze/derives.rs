//! Derives that are legal for a type, given all it holds.

use crate::config::Settings;
use crate::model::{Extra, Item, ItemKind, Model, Presence, Ty};

/// What stands against a derive.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trait {
    Eq,
    Hash,
}

/// Fills in the derives of all items.
pub(super) fn add(model: &mut Model, settings: &Settings) {
    let eq = holders(model, Trait::Eq);
    let hash = holders(model, Trait::Hash);
    for (at, item) in model.items.iter_mut().enumerate() {
        let mut derives: Vec<&str> = vec!["Clone"];
        let words = matches!(item.kind, ItemKind::Words(_));
        if words {
            derives.push("Copy");
        }
        derives.push("Debug");
        if is_default(item) {
            derives.push("Default");
        }
        derives.push("PartialEq");
        if eq[at] {
            derives.push("Eq");
        }
        if words {
            derives.extend(["PartialOrd", "Ord"]);
        }
        if hash[at] {
            derives.push("Hash");
        }
        item.derives = derives.into_iter().map(str::to_owned).collect();
        let configured = settings.derive.iter().chain(settings.derives(item.origin));
        for derive in configured {
            if !item.derives.contains(derive) {
                item.derives.push(derive.clone());
            }
        }
        let attributes = settings
            .attributes
            .iter()
            .chain(settings.attributes(item.origin));
        item.attributes = attributes.cloned().collect();
    }
}

/// Whether every member may be left out.
fn is_default(item: &Item) -> bool {
    match &item.kind {
        ItemKind::Struct(body) => {
            body.min.is_none()
                && body
                    .fields
                    .iter()
                    .all(|field| field.presence != Presence::Required)
        }
        _ => false,
    }
}

/// Which items may have a derive: the greatest solution.
fn holders(model: &Model, wanted: Trait) -> Vec<bool> {
    let mut holds = vec![true; model.items.len()];
    loop {
        let mut changed = false;
        for (at, item) in model.items.iter().enumerate() {
            if holds[at] && !types(item).all(|ty| allows(ty, wanted, &holds)) {
                holds[at] = false;
                changed = true;
            }
        }
        if !changed {
            return holds;
        }
    }
}

fn allows(ty: &Ty, wanted: Trait, holds: &[bool]) -> bool {
    match ty {
        Ty::Double(_) | Ty::Foreign { .. } => false,
        Ty::Json | Ty::Number(_) => wanted == Trait::Eq,
        Ty::Named(item) => holds[*item],
        Ty::Map { path, value, .. } => is_ordered(path, wanted) && allows(value, wanted, holds),
        Ty::Seq { item: inner, .. }
        | Ty::Option(inner)
        | Ty::Boxed(inner)
        | Ty::Checked { inner, .. } => allows(inner, wanted, holds),
        Ty::Never | Ty::Null | Ty::Bool | Ty::Int { .. } | Ty::Text { .. } => true,
    }
}

fn is_ordered(path: &str, wanted: Trait) -> bool {
    wanted == Trait::Eq || path.ends_with("BTreeMap")
}

/// The types of everything an item holds, maps of members included.
fn types(item: &Item) -> Box<dyn Iterator<Item = &Ty> + '_> {
    fn kept<'a>(extras: impl Iterator<Item = &'a Extra> + 'a) -> impl Iterator<Item = &'a Ty> + 'a {
        extras.filter(|extra| extra.keep).map(|extra| &extra.ty)
    }
    match &item.kind {
        ItemKind::Struct(body) => {
            let matched = body.matched.iter().map(|(_, extra)| extra);
            let fields = body.fields.iter().map(|field| &field.ty);
            Box::new(fields.chain(kept(matched.chain(&body.extra))))
        }
        ItemKind::Union(union) => Box::new(union.arms.iter().map(|arm| &arm.ty)),
        ItemKind::Newtype(ty) => Box::new(std::iter::once(ty)),
        ItemKind::Tuple(tuple) => Box::new(
            tuple
                .places
                .iter()
                .map(|place| &place.ty)
                .chain(&tuple.rest),
        ),
        ItemKind::Words(_) | ItemKind::Pending => Box::new(std::iter::empty()),
    }
}
