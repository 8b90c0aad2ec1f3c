//! `anyOf` and `oneOf`.

use hit_runtime::check::{NodeId, TypeSet};
use hit_schema::shape::{Key, Shape, Union as Split, UnionKind};
use serde_json::Value;

use super::kinds;
use super::lowerer::Lowerer;
use crate::model::{Arm, Dispatch, ItemKind, Ty, Union};

/// An arm that can accept something.
struct Candidate {
    node: NodeId,
    key: Key,
    kinds: TypeSet,
    shape: Shape,
}

/// The enum of a union, where there is one to make: pure unions, and unions of
/// objects that a tag tells apart. Others stay checks of the flat type.
pub(super) fn lower(
    lowerer: &mut Lowerer<'_>,
    key: &Key,
    mask: TypeSet,
    origin: NodeId,
    shape: &Shape,
) -> Option<Ty> {
    shape
        .unions
        .iter()
        .find_map(|union| split(lowerer, key, mask, origin, shape, union))
}

fn split(
    lowerer: &mut Lowerer<'_>,
    key: &Key,
    mask: TypeSet,
    origin: NodeId,
    shape: &Shape,
    union: &Split,
) -> Option<Ty> {
    let arms = candidates(lowerer, union, within_base(shape, mask));
    match arms.as_slice() {
        [] => return Some(Ty::Never),
        [only] => {
            let others_differ = union.kind == UnionKind::AnyOf || alone(lowerer, union, only);
            return others_differ.then(|| lowerer.lower(&only.key, mask, only.node));
        }
        _ => {}
    }
    if let Some((tag, tags)) = tag(lowerer, &arms) {
        return Some(tagged(lowerer, (key, mask, origin), arms, tag, tags));
    }
    if !is_pure(lowerer, union) {
        return None;
    }
    pure(lowerer, (key, mask, origin), union, arms)
}

fn within_base(shape: &Shape, mask: TypeSet) -> TypeSet {
    kinds::within(shape.kinds, mask)
}

fn candidates(lowerer: &Lowerer<'_>, union: &Split, mask: TypeSet) -> Vec<Candidate> {
    let arms = union.arms.iter().zip(&union.keys);
    let candidate = |(node, key): (&NodeId, &Key)| {
        let shape = lowerer.shaper.shape(key);
        let kinds = kinds::within(kinds::narrow(&lowerer.shaper, &shape), mask);
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
fn alone(lowerer: &Lowerer<'_>, union: &Split, only: &Candidate) -> bool {
    let others = union.arms.iter().filter(|arm| **arm != only.node);
    others
        .into_iter()
        .all(|arm| !kinds::has(kinds::of(&lowerer.shaper, &Key::of([*arm])), only.kinds))
}

/// A required member whose string values tell all arms apart, with the values
/// of each arm.
fn tag(lowerer: &Lowerer<'_>, arms: &[Candidate]) -> Option<(String, Vec<Vec<String>>)> {
    if arms
        .iter()
        .any(|arm| kinds::classes(arm.kinds) != [TypeSet::OBJECT])
    {
        return None;
    }
    let members = &arms.first()?.shape.objects.members;
    let names = members
        .iter()
        .filter(|member| member.required)
        .map(|member| &member.name);
    names
        .into_iter()
        .find_map(|name| Some((name.clone(), apart(lowerer, arms, name)?)))
}

fn apart(lowerer: &Lowerer<'_>, arms: &[Candidate], name: &str) -> Option<Vec<Vec<String>>> {
    let mut seen = std::collections::BTreeSet::new();
    let mut all = Vec::new();
    for arm in arms {
        let tags = tag_values(lowerer, &arm.shape, name)?;
        if !tags.iter().all(|tag| seen.insert(tag.clone())) {
            return None;
        }
        all.push(tags);
    }
    Some(all)
}

fn tag_values(lowerer: &Lowerer<'_>, shape: &Shape, name: &str) -> Option<Vec<String>> {
    let member = shape
        .objects
        .members
        .iter()
        .find(|member| member.name == name)?;
    if !member.required {
        return None;
    }
    let text = |value: &Value| value.as_str().map(str::to_owned);
    lowerer
        .shaper
        .shape(&member.key)
        .values?
        .iter()
        .map(text)
        .collect()
}

/// Where a union is lowered: its key, the JSON types looked at, its origin.
type Place<'k> = (&'k Key, TypeSet, NodeId);

fn tagged(
    lowerer: &mut Lowerer<'_>,
    (key, mask, origin): Place<'_>,
    candidates: Vec<Candidate>,
    tag: String,
    tags: Vec<Vec<String>>,
) -> Ty {
    let item = lowerer.item_for(key, mask, origin, "");
    let mut arms = Vec::new();
    for (candidate, tags) in candidates.into_iter().zip(tags) {
        let mut names = own_names(lowerer, candidate.node);
        if let [tag] = tags.as_slice() {
            names.insert(0, tag.clone());
        }
        let ty = lowerer.lower(&candidate.key, mask, candidate.node);
        arms.push(arm(lowerer, &candidate, ty, names, tags));
    }
    lowerer.define(
        item,
        false,
        ItemKind::Union(Union {
            arms,
            dispatch: Dispatch::Tag(tag),
        }),
    )
}

fn arm(
    lowerer: &mut Lowerer<'_>,
    candidate: &Candidate,
    ty: Ty,
    names: Vec<String>,
    tags: Vec<String>,
) -> Arm {
    let kinds = candidate.kinds;
    let node = lowerer.node(&Key::of([candidate.node]), candidate.node);
    Arm {
        ident: String::new(),
        names,
        ty,
        node,
        kinds,
        tags,
        origin: candidate.node,
        documented: lowerer.described(candidate.node),
    }
}

/// Names that the arm's own schema suggests: title, then what it refers to.
fn own_names(lowerer: &Lowerer<'_>, node: NodeId) -> Vec<String> {
    let mut names = Vec::new();
    let chain = lowerer.shaper.nodes(&Key::of([node]));
    for node in chain {
        let Some(info) = lowerer.info(node) else {
            continue;
        };
        names.extend(info.title.clone().filter(|title| title.len() <= 40));
        names.extend(info.definition_name.clone());
    }
    names
}

/// Whether the key says nothing about values but their JSON type and the union.
fn is_pure(lowerer: &Lowerer<'_>, union: &Split) -> bool {
    let base = lowerer.shaper.shape(&union.base);
    base.objects.is_any()
        && base.arrays.is_any()
        && base.strings.is_any()
        && base.numbers.is_any()
        && base.unions.is_empty()
        && base.values.is_none()
}

fn pure(
    lowerer: &mut Lowerer<'_>,
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
        .any(|candidate| lowerer.is_dynamic(candidate.node))
    {
        lowerer.note_plain(origin, "alternatives that depend on the dynamic scope");
        return Some(Ty::Json);
    }
    let item = lowerer.item_for(key, mask, origin, "");
    let mut arms: Vec<Arm> = Vec::new();
    let mut merged = Vec::new();
    for candidate in &candidates {
        let Some(class) = scalar(candidate) else {
            let ty = lowerer.lower(&candidate.key, mask, candidate.node);
            let mut names = own_names(lowerer, candidate.node);
            if let [class] = kinds::classes(candidate.kinds).as_slice() {
                names.push(kinds::word(*class, candidate.kinds).to_owned());
            }
            arms.push(arm(lowerer, candidate, ty, names, Vec::new()));
            continue;
        };
        if merged.contains(&class) {
            continue;
        }
        merged.push(class);
        arms.push(scalar_arm(lowerer, union, &candidates, candidate, class));
    }
    let overlapping = candidates.iter().enumerate().any(|(at, one)| {
        candidates[at + 1..]
            .iter()
            .any(|other| kinds::has(one.kinds, other.kinds))
    });
    let dispatch = if overlapping {
        Dispatch::First
    } else {
        Dispatch::Kind
    };
    Some(lowerer.define(item, false, ItemKind::Union(Union { arms, dispatch })))
}

/// One arm for all candidates of a scalar class.
fn scalar_arm(
    lowerer: &mut Lowerer<'_>,
    union: &Split,
    candidates: &[Candidate],
    first: &Candidate,
    class: TypeSet,
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
            lowerer.lower(&first.key, class, first.node),
            own_names(lowerer, first.node),
        )
    } else {
        (lowerer.lower(&union.base, kinds, first.node), Vec::new())
    };
    names.push(kinds::word(class, kinds).to_owned());
    let mut arm = arm(lowerer, first, ty, names, Vec::new());
    arm.kinds = kinds;
    if same.len() > 1 {
        arm.node = lowerer.any_of(&same.iter().map(|other| other.node).collect::<Vec<_>>());
    }
    arm
}

/// An enum with an arm a JSON type, for schemas that name several types or none.
pub(super) fn by_kind(
    lowerer: &mut Lowerer<'_>,
    key: &Key,
    mask: TypeSet,
    origin: NodeId,
    shape: &Shape,
    open: bool,
) -> Ty {
    let structured = |class: &TypeSet| match *class {
        TypeSet::ARRAY => !open || !shape.arrays.is_any(),
        TypeSet::OBJECT => !open || !shape.objects.is_any(),
        _ => !open,
    };
    let all = kinds::classes(shape.kinds);
    let apart: Vec<TypeSet> = all.iter().copied().filter(structured).collect();
    let rest: Vec<TypeSet> = all
        .iter()
        .copied()
        .filter(|class| !apart.contains(class))
        .collect();
    if apart.is_empty() {
        return anything(lowerer, key, origin, shape);
    }
    let item = lowerer.item_for(key, mask, origin, "");
    let node = lowerer.node(key, origin);
    let mut arms = Vec::new();
    for class in apart {
        let kinds = kinds::within(shape.kinds, class);
        let ty = lowerer.lower(key, kinds::within(mask, class), origin);
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
        let ty = if scalars_are_free(shape) && shape.residual.is_empty() && shape.unions.is_empty()
        {
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
    lowerer.define(
        item,
        false,
        ItemKind::Union(Union {
            arms,
            dispatch: Dispatch::Kind,
        }),
    )
}

fn scalars_are_free(shape: &Shape) -> bool {
    shape.strings.is_any() && shape.numbers.is_any()
}

/// A schema that tells values apart by nothing that Rust has a type for.
fn anything(lowerer: &mut Lowerer<'_>, key: &Key, origin: NodeId, shape: &Shape) -> Ty {
    if scalars_are_free(shape) && shape.residual.is_empty() && shape.unions.is_empty() {
        return Ty::Json;
    }
    let reason = match (shape.residual.first(), shape.unions.first()) {
        (Some(residual), _) => format!("`{}` without a type", residual.keyword),
        (_, Some(_)) => "alternatives without types".to_owned(),
        _ => "checks without a type".to_owned(),
    };
    lowerer.note_plain(origin, reason);
    Ty::Checked {
        node: lowerer.node(key, origin),
        inner: Box::new(Ty::Json),
    }
}
