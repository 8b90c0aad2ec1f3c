//! Arms that can accept something.

use std::rc::Rc;

use hit_runtime::check::{NodeId, TypeSet};
use hit_schema::shape::{Key, Shape, Union as Split};

use crate::lower::context::{Context, Hint};
use crate::lower::kinds;
use crate::model::{Arm, Ty};

/// An arm that can accept something.
pub(super) struct Candidate {
    pub node: NodeId,
    pub key: Key,
    pub kinds: TypeSet,
    pub shape: Rc<Shape>,
}

/// Where a union is lowered: its key, the JSON types looked at, its origin.
pub(super) type Place<'k> = (&'k Key, TypeSet, NodeId);

/// The arms of a union that accept values of these JSON types.
pub(super) fn candidates(context: &Context<'_>, union: &Split, mask: TypeSet) -> Vec<Candidate> {
    let arms = union.arms.iter().zip(&union.keys);
    let candidate = |(node, key): (&NodeId, &Key)| {
        let shape = context.shaper.shape(key);
        let kinds = kinds::within(kinds::narrow(&context.shaper, &shape), mask);
        let empty = shape.values.as_ref().is_some_and(Vec::is_empty);
        let possible = !kinds::is_none(kinds) && !empty;
        possible.then(|| Candidate {
            node: *node,
            key: key.clone(),
            kinds,
            shape,
        })
    };
    arms.filter_map(candidate).collect()
}

/// Whether no other arm of a `oneOf` can accept what this one does.
pub(super) fn alone(context: &Context<'_>, union: &Split, only: &Candidate) -> bool {
    let others = union.arms.iter().filter(|arm| **arm != only.node);
    others
        .into_iter()
        .all(|arm| !kinds::has(kinds::of(&context.shaper, &Key::of([*arm])), only.kinds))
}

/// The arm of a candidate.
pub(super) fn arm(
    context: &mut Context<'_>,
    candidate: &Candidate,
    ty: Ty,
    names: Vec<String>,
    tags: Vec<String>,
) -> Arm {
    let kinds = candidate.kinds;
    let node = context.nodes.of(&Key::of([candidate.node]), candidate.node);
    Arm {
        ident: String::new(),
        names,
        ty,
        node,
        kinds,
        tags,
        origin: candidate.node,
        documented: context.described(candidate.node),
    }
}

/// Names that the arm's own schema suggests: title, then what it refers to.
pub(in crate::lower) fn own_names(context: &Context<'_>, node: NodeId) -> Vec<String> {
    let mut names = Vec::new();
    let chain = context.shaper.nodes(&Key::of([node]));
    for node in chain {
        let Some(info) = context.info(node) else {
            continue;
        };
        names.extend(info.title.clone().filter(|title| title.len() <= 40));
        names.extend(info.definition_name.clone());
    }
    names
}

/// Most tags that together name an arm.
const MAX_NAMED: usize = 3;

/// The name that tags give an arm.
pub(in crate::lower) fn tag_words(tags: &[String]) -> Option<String> {
    match tags {
        [] => None,
        tags if tags.len() <= MAX_NAMED => Some(tags.join(" or ")),
        [first, ..] => Some(format!("{first} or alike")),
    }
}

/// Names the type of an arm without a name of its own by its union and `words`.
pub(super) fn hint(context: &mut Context<'_>, candidate: &Candidate, origin: NodeId, words: &str) {
    let key = context.shaper.canonical(&candidate.key);
    let node = key.single().unwrap_or(candidate.node);
    let has_title = |node| context.info(node).is_some_and(|info| info.title.is_some());
    let is_definition = |node| {
        context
            .info(node)
            .is_some_and(|info| info.definition_name.is_some())
    };
    let own = has_title(node) || is_definition(node) || context.settings.name(node).is_some();
    if !own && !words.is_empty() {
        let documented = context.described(candidate.node);
        context.hint(
            &candidate.key,
            Hint {
                suffix: words.to_owned(),
                origin,
                documented,
            },
        );
    }
}
