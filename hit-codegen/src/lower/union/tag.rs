//! Unions of objects that a member tells apart.

use crate::lower::context::of_kind;
use std::collections::BTreeSet;

use hit_runtime::check::TypeSet;
use hit_schema::shape::Shape;
use serde_json::Value;

use super::candidate::{Candidate, Place, arm, hint, own_names, tag_words};
use crate::lower::context::Context;
use crate::lower::kinds;
use crate::model::{Arm, Dispatch, ItemKind, Ty, Union};

/// A required member whose string values tell all arms apart, with the values
/// of each arm.
pub(super) fn tag(
    context: &Context<'_>,
    arms: &[&Candidate],
) -> Option<(String, Vec<Vec<String>>)> {
    let objects = |arm: &&Candidate| kinds::classes(arm.kinds) == [TypeSet::OBJECT];
    if !arms.iter().all(objects) {
        return None;
    }
    let members = &arms.first()?.shape.objects.members;
    let names = members
        .iter()
        .filter(|member| member.required)
        .map(|member| &member.name);
    names
        .into_iter()
        .find_map(|name| Some((name.clone(), apart(context, arms, name)?)))
}

fn apart(context: &Context<'_>, arms: &[&Candidate], name: &str) -> Option<Vec<Vec<String>>> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for arm in arms {
        let tags = tag_values(context, &arm.shape, name)?;
        if tags.is_empty() || !tags.iter().all(|tag| seen.insert(tag.clone())) {
            return None;
        }
        all.push(tags);
    }
    Some(all)
}

fn tag_values(context: &Context<'_>, shape: &Shape, name: &str) -> Option<Vec<String>> {
    let member = shape
        .objects
        .members
        .iter()
        .find(|member| member.name == name)?;
    if !member.required {
        return None;
    }
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let shape = context.shaper.shape(&member.key);
    shape.values.as_ref()?.iter().map(text).collect()
}

/// The enum with an arm a tag.
pub(super) fn tagged(
    context: &mut Context<'_>,
    (key, mask, origin): Place<'_>,
    candidates: Vec<Candidate>,
    tag: String,
    tags: Vec<Vec<String>>,
) -> Ty {
    let item = context.item_for(key, mask, origin, of_kind(mask));
    let mut arms = Vec::new();
    for (candidate, tags) in candidates.into_iter().zip(tags) {
        arms.push(tagged_arm(context, (key, mask, origin), &candidate, tags));
    }
    let dispatch = Dispatch::Tag(tag);
    context.define(item, false, ItemKind::Union(Union { arms, dispatch }))
}

/// The arm that tags lead to.
pub(super) fn tagged_arm(
    context: &mut Context<'_>,
    (_, mask, origin): Place<'_>,
    candidate: &Candidate,
    tags: Vec<String>,
) -> Arm {
    let mut names = own_names(context, candidate.node);
    if let [tag] = tags.as_slice() {
        names.insert(0, tag.clone());
    }
    if let Some(words) = tag_words(&tags) {
        hint(context, candidate, origin, &words);
    }
    let ty = context.lower_optional(&candidate.key, mask, candidate.node);
    arm(context, candidate, ty, names, tags)
}
