//! The walk over keys: every kind of shape has its own way to a type.

use hit_runtime::check::{Checker, NodeId, TypeSet};
use hit_schema::shape::{Key, Shape};
use hit_schema::{Compiled, Diagnostic};
use serde_json::Value;

use super::context::Context;
use super::{array, conditional, contradiction, kinds, object, scalar, union, unused, words};
use crate::config::Settings;
use crate::model::{ItemId, Model, Root, Ty};

/// Lowers all entry schemas. `with_context` says that the last one is that of what rules need
/// from outside, which has a type of its own already.
///
/// # Errors
/// Everything in the schemas that contradicts itself, and a schema that needs
/// more types than are sensible.
pub fn lower(
    compiled: &Compiled,
    checker: &Checker,
    settings: &Settings,
    with_context: bool,
) -> Result<Model, Vec<Diagnostic>> {
    let mut context = Context::new(compiled, checker, settings, build);
    let mut roots = Vec::new();
    for (at, root) in compiled.roots.iter().enumerate() {
        let item = match with_context && at + 1 == compiled.roots.len() {
            true => outside(&mut context, root.node),
            false => self::root(&mut context, root.node),
        };
        roots.push(Root { item });
        context.finish();
    }
    if !context.diagnostics.is_empty() {
        return Err(context.diagnostics);
    }
    context.plain.sort_by_key(|plain| plain.node);
    context.plain.dedup();
    let mut model = Model {
        items: context.items,
        roots,
        program: context.nodes.program(),
        plain: context.plain,
        warnings: context.warnings,
        rules: None,
    };
    unused::drop(&mut model);
    Ok(model)
}

fn root(context: &mut Context<'_>, node: NodeId) -> ItemId {
    let item = root_item(context, node);
    context.items[item].judged |= context.is_dynamic(node);
    item
}

/// The type of what rules need from outside.
fn outside(context: &mut Context<'_>, node: NodeId) -> ItemId {
    match context.lower(&Key::of([node]), TypeSet::OBJECT, node) {
        Ty::Named(item) => item,
        _ => root_item(context, node),
    }
}

fn root_item(context: &mut Context<'_>, node: NodeId) -> ItemId {
    match context.lower(&Key::of([node]), TypeSet::ANY, node) {
        Ty::Named(item) if context.items[item].origin == node => item,
        ty => {
            let item = context.item(node, node, "");
            context.wrap(item, ty);
            item
        }
    }
}

fn build(context: &mut Context<'_>, key: &Key, mask: TypeSet, origin: NodeId) -> Ty {
    if key.is_any() && mask == TypeSet::ANY {
        return Ty::Json;
    }
    let mut shape = Shape::clone(&context.shape(key));
    contradiction::report(context, key, &shape);
    let open = shape.kinds == TypeSet::ANY && shape.values.is_none();
    shape.kinds = kinds::within(shape.kinds, mask);
    if kinds::is_none(shape.kinds) {
        return Ty::Never;
    }
    if shape.dynamic {
        context.note_plain(origin, "`$dynamicRef` that may land in several places");
        return Ty::Json;
    }
    if let Some(path) = context.settings.own_type(origin) {
        return scalar::foreign(path.to_owned(), &shape, context.nodes.of(key, origin));
    }
    if kinds::has(shape.kinds, TypeSet::NULL) && !open && shape.kinds != TypeSet::NULL {
        return nullable(context, key, mask, origin, &shape);
    }
    if shape.values.is_some() {
        return words::lower(context, key, mask, origin, &shape);
    }
    if let Some(ty) = union::lower(context, key, mask, origin, &shape) {
        return ty;
    }
    if let Some(ty) = conditional::lower(context, key, mask, origin, &shape) {
        return ty;
    }
    by_kind(context, key, mask, origin, &shape, open)
}

/// `null` beside other types.
fn nullable(
    context: &mut Context<'_>,
    key: &Key,
    mask: TypeSet,
    origin: NodeId,
    shape: &Shape,
) -> Ty {
    let rest = kinds::without(mask, TypeSet::NULL);
    let inner = context.lower(key, rest, origin);
    let whole = key.without().is_empty();
    let accepts_null = !whole
        || key
            .nodes()
            .iter()
            .all(|node| context.checker.is_valid(*node, &Value::Null));
    if !accepts_null {
        return inner;
    }
    let ty = Ty::Option(Box::new(inner));
    if whole || shape.residual.is_empty() {
        return ty;
    }
    Ty::Checked {
        node: context.nodes.of(key, origin),
        inner: Box::new(ty),
    }
}

fn by_kind(
    context: &mut Context<'_>,
    key: &Key,
    mask: TypeSet,
    origin: NodeId,
    shape: &Shape,
    open: bool,
) -> Ty {
    let classes = kinds::classes(shape.kinds);
    match classes.as_slice() {
        [TypeSet::ARRAY] => array::lower(context, key, mask, origin, shape),
        [TypeSet::OBJECT] => object::lower(context, key, mask, origin, shape),
        [_] => {
            let ty = scalar::lower(context.settings, shape, key.single(), origin);
            context.judged(ty, key, origin, shape)
        }
        _ => union::by_kind(context, key, mask, origin, shape, open),
    }
}
