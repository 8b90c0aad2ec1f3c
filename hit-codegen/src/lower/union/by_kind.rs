//! Enums with an arm a JSON type.

use hit_runtime::check::{NodeId, TypeSet};
use hit_schema::shape::{Key, Shape};

use crate::lower::context::{Context, is_judged};
use crate::lower::kinds;
use crate::model::{Arm, Dispatch, ItemKind, Ty, Union};

/// An enum with an arm a JSON type, for schemas that name several types or none.
pub(in crate::lower) fn by_kind(
    context: &mut Context<'_>,
    key: &Key,
    mask: TypeSet,
    origin: NodeId,
    shape: &Shape,
    open: bool,
) -> Ty {
    let settles = |class: TypeSet| context.settles(key, kinds::within(mask, class));
    let structured = |class: &TypeSet| match *class {
        TypeSet::ARRAY => !open || !shape.arrays.is_any() || settles(*class),
        TypeSet::OBJECT => !open || !shape.objects.is_any() || settles(*class),
        TypeSet::STRING => !open || !shape.strings.is_any() || settles(*class),
        TypeSet::NUMBER => !open || !shape.numbers.is_any() || settles(*class),
        _ => !open || settles(*class),
    };
    let all = kinds::classes(shape.kinds);
    let apart: Vec<TypeSet> = all.iter().copied().filter(structured).collect();
    let rest: Vec<TypeSet> = all
        .iter()
        .copied()
        .filter(|class| !apart.contains(class))
        .collect();
    if apart.is_empty() {
        return anything(context, key, origin, shape);
    }
    let item = context.item_for(key, mask, origin, "");
    let node = context.nodes.of(key, origin);
    let mut arms = Vec::new();
    for class in apart {
        let kinds = kinds::within(shape.kinds, class);
        let ty = context.lower_optional(key, kinds::within(mask, class), origin);
        if ty == Ty::Never {
            continue;
        }
        let names = vec![kinds::word(class, kinds).to_owned()];
        let ident = String::new();
        arms.push(Arm {
            ident,
            names,
            ty,
            node,
            kinds,
            tags: Vec::new(),
            origin,
            documented: None,
        });
    }
    if !rest.is_empty() {
        let kinds = rest.into_iter().fold(TypeSet::default(), TypeSet::with);
        let ty = if !is_judged(shape) {
            Ty::Json
        } else {
            Ty::Checked {
                node,
                inner: Box::new(Ty::Json),
            }
        };
        let names = vec!["Other".to_owned()];
        arms.push(Arm {
            ident: String::new(),
            names,
            ty,
            node,
            kinds,
            tags: Vec::new(),
            origin,
            documented: None,
        });
    }
    context.define(
        item,
        false,
        ItemKind::Union(Union {
            arms,
            dispatch: Dispatch::Kind,
        }),
    )
}

/// A schema that tells values apart by nothing that Rust has a type for.
fn anything(context: &mut Context<'_>, key: &Key, origin: NodeId, shape: &Shape) -> Ty {
    if !is_judged(shape) {
        return Ty::Json;
    }
    let reason = match shape.residual.first() {
        Some(residual) => format!("`{}` without a type", residual.keyword),
        None => "alternatives without types".to_owned(),
    };
    context.note_plain(origin, reason);
    Ty::Checked {
        node: context.nodes.of(key, origin),
        inner: Box::new(Ty::Json),
    }
}
