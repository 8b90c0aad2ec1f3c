//! From `anyOf` and `oneOf` to enums.

use hit_runtime::check::{NodeId, TypeSet};
use hit_schema::shape::{Key, Shape, Union as Split, UnionKind};

use super::candidate::{alone, candidates};
use super::{beside, pure, tag};
use crate::lower::context::Context;
use crate::lower::kinds;
use crate::model::Ty;

/// Most types that unions beside one another may make together.
const MAX_TYPES: usize = 2048;

/// The enum of a union, where there is one to make: pure unions, unions of
/// objects that a tag tells apart, and those whose arms bring members of their
/// own. Others stay checks of the flat type.
pub(in crate::lower) fn lower(
    context: &mut Context<'_>,
    key: &Key,
    mask: TypeSet,
    origin: NodeId,
    shape: &Shape,
) -> Option<Ty> {
    shape
        .unions
        .iter()
        .find_map(|union| split(context, key, mask, origin, shape, union))
}

fn split(
    context: &mut Context<'_>,
    key: &Key,
    mask: TypeSet,
    origin: NodeId,
    shape: &Shape,
    union: &Split,
) -> Option<Ty> {
    let arms = candidates(context, union, kinds::within(shape.kinds, mask));
    match arms.as_slice() {
        [] => return Some(Ty::Never),
        [only] => {
            let others_differ = union.kind == UnionKind::AnyOf || alone(context, union, only);
            return others_differ.then(|| context.lower(&only.key, mask, only.node));
        }
        _ => {}
    }
    if (shape.unions.len() == 1 || together(shape) <= MAX_TYPES)
        && let Some((tag, tags)) = tag::tag(context, &arms.iter().collect::<Vec<_>>())
    {
        return Some(tag::tagged(context, (key, mask, origin), arms, tag, tags));
    }
    if pure::is_pure(context, union) {
        return pure::lower(context, (key, mask, origin), union, arms);
    }
    beside::lower(context, (key, mask, origin), shape, union, arms)
}

/// How many types the unions of one object would make together.
fn together(shape: &Shape) -> usize {
    let arms = shape.unions.iter().map(|union| union.arms.len());
    arms.fold(1, usize::saturating_mul)
}
