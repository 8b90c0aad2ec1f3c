//! A type that contains itself is boxed on the circle.

use crate::model::{Item, ItemId, ItemKind, Model, Ty};

/// Boxes every direct containment within a circle of types.
pub(super) fn add(model: &mut Model) {
    let edges: Vec<Vec<ItemId>> = model.items.iter().map(direct).collect();
    let circles = components(&edges);
    for (item, built) in model.items.iter_mut().enumerate() {
        each_ty(built, &mut |ty| {
            wrap(ty, &|target| {
                circles[item] == circles[target] && is_circle(&edges, &circles, item)
            })
        });
    }
}

fn is_circle(edges: &[Vec<ItemId>], circles: &[usize], item: ItemId) -> bool {
    edges[item]
        .iter()
        .any(|target| circles[*target] == circles[item])
}

/// Items that an item holds without indirection.
fn direct(item: &Item) -> Vec<ItemId> {
    let mut found = Vec::new();
    visit(item, &mut |ty| held(ty, &mut found));
    found
}

fn held(ty: &Ty, found: &mut Vec<ItemId>) {
    match ty {
        Ty::Named(item) => found.push(*item),
        Ty::Option(inner) | Ty::Checked { inner, .. } => held(inner, found),
        _ => {}
    }
}

fn wrap(ty: &mut Ty, boxed: &dyn Fn(ItemId) -> bool) {
    match ty {
        Ty::Named(item) if boxed(*item) => *ty = Ty::Boxed(Box::new(Ty::Named(*item))),
        Ty::Option(inner) | Ty::Checked { inner, .. } => wrap(inner, boxed),
        _ => {}
    }
}

/// All types of the places that an item holds in itself (not in maps).
fn visit(item: &Item, see: &mut dyn FnMut(&Ty)) {
    match &item.kind {
        ItemKind::Struct(body) => body.fields.iter().for_each(|field| see(&field.ty)),
        ItemKind::Union(union) => union.arms.iter().for_each(|arm| see(&arm.ty)),
        ItemKind::Newtype(ty) => see(ty),
        ItemKind::Tuple(tuple) => tuple.places.iter().for_each(|place| see(&place.ty)),
        ItemKind::Words(_) | ItemKind::Pending => {}
    }
}

fn each_ty(item: &mut Item, see: &mut dyn FnMut(&mut Ty)) {
    match &mut item.kind {
        ItemKind::Struct(body) => body.fields.iter_mut().for_each(|field| see(&mut field.ty)),
        ItemKind::Union(union) => union.arms.iter_mut().for_each(|arm| see(&mut arm.ty)),
        ItemKind::Newtype(ty) => see(ty),
        ItemKind::Tuple(tuple) => tuple.places.iter_mut().for_each(|place| see(&mut place.ty)),
        ItemKind::Words(_) | ItemKind::Pending => {}
    }
}

/// For each node the number of its strongly connected component (Kosaraju).
fn components(edges: &[Vec<usize>]) -> Vec<usize> {
    let mut order = Vec::new();
    let mut seen = vec![false; edges.len()];
    for start in 0..edges.len() {
        walk(edges, start, &mut seen, &mut order);
    }
    let mut reversed = vec![Vec::new(); edges.len()];
    for (from, targets) in edges.iter().enumerate() {
        for to in targets {
            reversed[*to].push(from);
        }
    }
    let mut component = vec![0; edges.len()];
    let mut seen = vec![false; edges.len()];
    for (number, start) in order.into_iter().rev().enumerate() {
        let mut members = Vec::new();
        walk(&reversed, start, &mut seen, &mut members);
        for member in members {
            component[member] = number;
        }
    }
    component
}

/// Depth first from `start`, without recursion; appends in post-order.
fn walk(edges: &[Vec<usize>], start: usize, seen: &mut [bool], order: &mut Vec<usize>) {
    let mut stack = vec![(start, 0)];
    if std::mem::replace(&mut seen[start], true) {
        return;
    }
    while let Some((node, at)) = stack.pop() {
        match edges[node].get(at) {
            Some(&next) => {
                stack.push((node, at + 1));
                if !std::mem::replace(&mut seen[next], true) {
                    stack.push((next, 0));
                }
            }
            None => order.push(node),
        }
    }
}
