//! Unions of objects beside members that all arms share.

use crate::lower::context::of_kind;
use std::collections::BTreeSet;

use hit_runtime::check::TypeSet;
use hit_schema::shape::{Shape, Union as Split};

use super::candidate::{Candidate, Place, arm, own_names};
use crate::lower::context::Context;
use crate::lower::{kinds, size};
use crate::model::{Dispatch, ItemKind, Ty, Union};

/// Most types that the unions of one object may make together.
const MAX_TYPES: usize = 16;

/// The enum, where an arm names members that the object itself does not; others
/// only restrict what is there, which is a check of the struct.
pub(super) fn lower(
    context: &mut Context<'_>,
    (key, mask, origin): Place<'_>,
    shape: &Shape,
    union: &Split,
    candidates: Vec<Candidate>,
) -> Option<Ty> {
    let objects = |it: &Candidate| kinds::classes(it.kinds) == [TypeSet::OBJECT];
    let arms = shape.unions.iter().map(|union| union.arms.len());
    let together = arms.fold(1, usize::saturating_mul);
    let keys: Vec<_> = candidates.iter().map(|it| it.key.clone()).collect();
    let dynamic = candidates.iter().any(|it| context.is_dynamic(it.node));
    if dynamic
        || together > MAX_TYPES
        || !candidates.iter().all(objects)
        || !brings_members(context, union, &candidates)
        || !size::fits(&context.shaper, &keys)
    {
        return None;
    }
    let item = context.item_for(key, mask, origin, of_kind(mask));
    let mut arms = Vec::new();
    for candidate in &candidates {
        let ty = context.lower_optional(&candidate.key, mask, candidate.node);
        if ty != Ty::Never {
            let names = own_names(context, candidate.node);
            arms.push(arm(context, candidate, ty, names, Vec::new()));
        }
    }
    let dispatch = Dispatch::First;
    Some(context.define(item, false, ItemKind::Union(Union { arms, dispatch })))
}

fn brings_members(context: &Context<'_>, union: &Split, candidates: &[Candidate]) -> bool {
    let base = context.shaper.shape(&union.base);
    let known: BTreeSet<&String> = base.objects.members.iter().map(|it| &it.name).collect();
    let members = candidates.iter().flat_map(|it| &it.shape.objects.members);
    members
        .into_iter()
        .any(|member| !member.key.is_any() && !known.contains(&member.name))
}
