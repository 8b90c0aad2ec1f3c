//! Unions of a key that says nothing else.

use crate::lower::context::of_kind;
use hit_runtime::check::TypeSet;
use hit_schema::shape::Union as Split;

use super::candidate::{Candidate, Place, arm, own_names};
use super::tag::{tag, tagged_arm};
use crate::lower::context::Context;
use crate::lower::kinds;
use crate::model::{Arm, Dispatch, ItemKind, Ty, Union};

/// Whether the key says nothing about values but their JSON type and the union.
pub(super) fn is_pure(context: &Context<'_>, union: &Split) -> bool {
    let base = context.shaper.shape(&union.base);
    base.objects.is_any()
        && base.arrays.is_any()
        && base.strings.is_any()
        && base.numbers.is_any()
        && base.unions.is_empty()
        && base.values.is_none()
}

/// The enum; nothing where all arms are scalars of one class.
pub(super) fn lower(
    context: &mut Context<'_>,
    (key, mask, origin): Place<'_>,
    union: &Split,
    candidates: Vec<Candidate>,
) -> Option<Ty> {
    let scalar = |candidate: &Candidate| match kinds::classes(candidate.kinds).as_slice() {
        [class] => (![TypeSet::ARRAY, TypeSet::OBJECT].contains(class)).then_some(*class),
        _ => None,
    };
    let first = candidates.first().and_then(scalar);
    if first.is_some()
        && candidates
            .iter()
            .all(|candidate| scalar(candidate) == first)
    {
        return None;
    }
    if candidates
        .iter()
        .any(|candidate| context.is_dynamic(candidate.node))
    {
        context.note_plain(origin, "alternatives that depend on the dynamic scope");
        return Some(Ty::Json);
    }
    let place = (key, mask, origin);
    let item = context.item_for(key, mask, origin, of_kind(mask));
    let dispatch = dispatch(context, &candidates, &scalar);
    let mut tags = dispatch.tags.into_iter();
    let mut arms: Vec<Arm> = Vec::new();
    let mut merged = Vec::new();
    for candidate in &candidates {
        let Some(class) = scalar(candidate) else {
            if dispatch.tag.is_some() && is_object(candidate) {
                let tags = tags.next().unwrap_or_default();
                arms.push(tagged_arm(context, place, candidate, tags));
                continue;
            }
            let ty = context.lower_optional(&candidate.key, mask, candidate.node);
            let mut names = own_names(context, candidate.node);
            if let [class] = kinds::classes(candidate.kinds).as_slice() {
                names.push(kinds::word(*class, candidate.kinds).to_owned());
            }
            arms.push(arm(context, candidate, ty, names, Vec::new()));
            continue;
        };
        if merged.contains(&class) {
            continue;
        }
        merged.push(class);
        arms.push(scalar_arm(
            context,
            place,
            union,
            &candidates,
            (candidate, class),
        ));
    }
    let dispatch = match dispatch.tag {
        Some(tag) => Dispatch::KindThenTag(tag),
        None if dispatch.overlapping => Dispatch::First,
        None => Dispatch::Kind,
    };
    Some(context.define(item, false, ItemKind::Union(Union { arms, dispatch })))
}

/// How values find their arms.
struct Found {
    /// Whether only the engine can tell.
    overlapping: bool,
    /// The member that tells objects apart, and its values, arm by arm.
    tag: Option<String>,
    tags: Vec<Vec<String>>,
}

fn dispatch(
    context: &Context<'_>,
    candidates: &[Candidate],
    scalar: &dyn Fn(&Candidate) -> Option<TypeSet>,
) -> Found {
    let objects: Vec<&Candidate> = candidates.iter().filter(|it| is_object(it)).collect();
    let tagged = (objects.len() > 1)
        .then(|| tag(context, &objects))
        .flatten();
    let apart = |one: &Candidate, other: &Candidate| {
        let same_scalar = scalar(one).is_some() && scalar(one) == scalar(other);
        let by_tag = tagged.is_some() && is_object(one) && is_object(other);
        same_scalar || by_tag || !kinds::has(one.kinds, other.kinds)
    };
    let overlapping = candidates.iter().enumerate().any(|(at, one)| {
        let mut others = candidates[at + 1..].iter();
        others.any(|other| !apart(one, other))
    });
    let (tag, tags) = match tagged.filter(|_| !overlapping) {
        Some((tag, tags)) => (Some(tag), tags),
        None => (None, Vec::new()),
    };
    Found {
        overlapping,
        tag,
        tags,
    }
}

fn is_object(candidate: &Candidate) -> bool {
    kinds::classes(candidate.kinds) == [TypeSet::OBJECT]
}

/// One arm for all candidates of a scalar class.
fn scalar_arm(
    context: &mut Context<'_>,
    (key, _, origin): Place<'_>,
    union: &Split,
    candidates: &[Candidate],
    (first, class): (&Candidate, TypeSet),
) -> Arm {
    let same: Vec<&Candidate> = candidates
        .iter()
        .filter(|other| kinds::classes(other.kinds) == [class])
        .collect();
    let kinds = same
        .iter()
        .map(|other| other.kinds)
        .fold(TypeSet::default(), TypeSet::with);
    let (ty, mut names) = if same.len() == 1 {
        (
            context.lower_optional(&first.key, class, first.node),
            own_names(context, first.node),
        )
    } else {
        // What the arms demand beyond the class is asked of them together.
        let inner = Box::new(context.lower_optional(&union.base, kinds, first.node));
        let node = context.nodes.of(key, origin);
        (Ty::Checked { node, inner }, Vec::new())
    };
    names.push(kinds::word(class, kinds).to_owned());
    let mut arm = arm(context, first, ty, names, Vec::new());
    arm.kinds = kinds;
    if same.len() > 1 {
        arm.node = context
            .nodes
            .any_of(&same.iter().map(|other| other.node).collect::<Vec<_>>());
    }
    arm
}
