//! `unevaluatedProperties` and `unevaluatedItems` without annotations: what is
//! evaluated is split into cases, each with the condition under which it holds.

use hit_runtime::check::{Kind as Demand, NodeId};

use super::collector::{Collector, rest};
use super::head::Head;
use super::kinds::KindSet;
use super::raw::RawAtom;
use super::scope::ScopeId;
use super::text::raw_text;

/// Cases that are told apart, at most.
const CASES: usize = 64;

/// Under a condition (states that all accept), what is evaluated.
#[derive(Clone, Debug, Default)]
struct Case {
    when: Vec<u32>,
    all: bool,
    names: Vec<String>,
    patterns: Vec<String>,
    /// Items up to here.
    from: usize,
    /// Items that one of these accepts.
    matching: Vec<u32>,
}

/// The condition of `unevaluatedProperties` of a node.
pub(super) fn members(
    collector: &mut Collector<'_, '_>,
    place: (NodeId, ScopeId),
    demand: NodeId,
) -> RawAtom {
    let Some(cases) = cases(collector, place, true) else {
        return opaque(collector, place);
    };
    let child = collector.place(demand, place.1);
    closed(collector, cases, child)
}

/// The condition that an object has only declared members; none where nothing
/// is declared.
pub(super) fn undeclared(
    collector: &mut Collector<'_, '_>,
    place: (NodeId, ScopeId),
) -> Option<RawAtom> {
    let before = std::mem::replace(&mut collector.strict, true);
    let cases = cases(collector, place, true);
    collector.strict = before;
    let cases = cases?;
    let declares = |case: &Case| case.all || !case.names.is_empty() || !case.patterns.is_empty();
    if !cases.iter().any(declares) {
        return None;
    }
    let nothing = RawAtom::leaf(Head::Kinds(KindSet::NONE));
    let child = collector.raw.add(vec![nothing]);
    Some(closed(collector, cases, child))
}

fn closed(collector: &mut Collector<'_, '_>, cases: Vec<Case>, child: u32) -> RawAtom {
    let states: Vec<u32> = cases
        .into_iter()
        .map(|case| {
            let mut atoms = conditions(&case);
            if !case.all {
                atoms.push(rest(case.names, case.patterns, child));
            }
            collector.raw.add(atoms)
        })
        .collect();
    RawAtom::with(Head::Any, states)
}

/// The conditions of `unevaluatedItems` of a node.
pub(super) fn items(
    collector: &mut Collector<'_, '_>,
    place: (NodeId, ScopeId),
    demand: NodeId,
) -> Vec<RawAtom> {
    let Some(cases) = cases(collector, place, false) else {
        return vec![opaque(collector, place)];
    };
    let child = collector.place(demand, place.1);
    let mut states = Vec::new();
    for case in cases {
        let mut atoms = conditions(&case);
        if !case.all {
            let child = match case.matching.as_slice() {
                [] => child,
                matching => {
                    let mut children = matching.to_vec();
                    children.push(child);
                    collector.raw.add(vec![RawAtom::with(Head::Any, children)])
                }
            };
            atoms.push(RawAtom::with(Head::ItemsFrom(case.from), vec![child]));
        }
        states.push(collector.raw.add(atoms));
    }
    vec![RawAtom::with(Head::Any, states)]
}

fn conditions(case: &Case) -> Vec<RawAtom> {
    let when = case.when.iter();
    when.map(|state| RawAtom::with(Head::Any, vec![*state]))
        .collect()
}

fn opaque(collector: &Collector<'_, '_>, (node, _): (NodeId, ScopeId)) -> RawAtom {
    let text = raw_text(collector.side.input, node);
    RawAtom::leaf(Head::Opaque(text))
}

fn cases(
    collector: &mut Collector<'_, '_>,
    place: (NodeId, ScopeId),
    objects: bool,
) -> Option<Vec<Case>> {
    of_node(collector, place, objects, true, 0)
}

/// The cases of a node that accepts. With `own`, the node's `unevaluated…` is
/// the one asked about and does not count.
fn of_node(
    collector: &mut Collector<'_, '_>,
    (node, scope): (NodeId, ScopeId),
    objects: bool,
    own: bool,
    depth: usize,
) -> Option<Vec<Case>> {
    if depth > 32 || collector.side.missing(node).is_some() {
        return None;
    }
    let program = collector.side.input.program;
    let written = program.nodes.get(node as usize)?;
    let scope = collector.side.scopes.enter(scope, written.resource);
    let mut cases = vec![Case::default()];
    for check in &written.checks {
        let more = match &check.kind {
            Demand::UnevaluatedProperties(_) | Demand::UnevaluatedItems(_) if own => continue,
            kind => of_check(collector, kind, scope, objects, depth)?,
        };
        cases = product(&cases, &more);
        if cases.len() > CASES {
            return None;
        }
    }
    Some(cases)
}

fn of_check(
    collector: &mut Collector<'_, '_>,
    kind: &Demand,
    scope: ScopeId,
    objects: bool,
    depth: usize,
) -> Option<Vec<Case>> {
    let depth = depth + 1;
    let inner = |collector: &mut Collector<'_, '_>, node: NodeId| {
        of_node(collector, (node, scope), objects, false, depth)
    };
    Some(match kind {
        Demand::Ref(node) => inner(collector, *node)?,
        Demand::DynamicRef { anchor, fallback } => {
            let target = collector.side.scopes.target(scope, anchor, *fallback);
            inner(collector, target)?
        }
        Demand::AllOf(nodes) => {
            let mut cases = vec![Case::default()];
            for node in nodes {
                cases = product(&cases, &inner(collector, *node)?);
                if cases.len() > CASES {
                    return None;
                }
            }
            cases
        }
        Demand::AnyOf(nodes) => {
            let mut cases = vec![Case::default()];
            for node in nodes {
                let accepted = inner(collector, *node)?;
                if accepted.iter().all(Case::is_empty) {
                    continue;
                }
                let state = collector.state(*node, scope);
                cases = product(&cases, &split(collector, state, accepted, None));
                if cases.len() > CASES {
                    return None;
                }
            }
            cases
        }
        Demand::OneOf(nodes) => {
            let mut cases = Vec::new();
            for node in nodes {
                let accepted = inner(collector, *node)?;
                let state = collector.state(*node, scope);
                cases.extend(under(state, accepted));
            }
            match cases.iter().all(Case::is_empty) {
                true => vec![Case::default()],
                false => cases,
            }
        }
        Demand::If {
            test,
            then,
            otherwise,
        } => {
            let mut accepted = inner(collector, *test)?;
            if let Some(then) = then {
                accepted = product(&accepted, &inner(collector, *then)?);
            }
            let refused = match otherwise {
                Some(node) => Some(inner(collector, *node)?),
                None => None,
            };
            let state = collector.state(*test, scope);
            split(collector, state, accepted, refused)
        }
        Demand::DependentSchemas(entries) if objects => {
            let mut cases = vec![Case::default()];
            for (name, node) in entries {
                let accepted = inner(collector, *node)?;
                let has = RawAtom::leaf(Head::Has(name.clone()));
                let state = collector.raw.add(vec![has]);
                cases = product(&cases, &split(collector, state, accepted, None));
                if cases.len() > CASES {
                    return None;
                }
            }
            cases
        }
        kind => vec![local(collector, kind, scope, objects)],
    })
}

/// What a keyword itself evaluates.
fn local(collector: &mut Collector<'_, '_>, kind: &Demand, scope: ScopeId, objects: bool) -> Case {
    let mut case = Case::default();
    match kind {
        Demand::Properties(named) if objects => {
            case.names = named.iter().map(|(name, _)| name.clone()).collect();
        }
        Demand::PatternProperties(matched) if objects => {
            case.patterns = matched
                .iter()
                .map(|(pattern, _)| pattern.0.clone())
                .collect();
        }
        Demand::AdditionalProperties { node, .. } => {
            let nodes = &collector.side.input.program.nodes;
            let says = nodes
                .get(*node as usize)
                .is_some_and(|node| !node.checks.is_empty());
            case.all = objects && (says || !collector.strict);
        }
        Demand::UnevaluatedProperties(_) => case.all = objects,
        Demand::PrefixItems(nodes) if !objects => case.from = nodes.len(),
        Demand::Items { .. } | Demand::UnevaluatedItems(_) => case.all = !objects,
        Demand::Contains {
            node,
            evaluates: true,
            ..
        } if !objects => case.matching.push(collector.state(*node, scope)),
        _ => {}
    }
    case
}

/// Cases where a state accepts, and one or more where it does not.
fn split(
    collector: &mut Collector<'_, '_>,
    state: u32,
    accepted: Vec<Case>,
    refused: Option<Vec<Case>>,
) -> Vec<Case> {
    let refused = refused.unwrap_or_else(|| vec![Case::default()]);
    if accepted.iter().chain(&refused).all(Case::is_empty) {
        return vec![Case::default()];
    }
    let not = collector.raw.negated(state);
    let mut cases: Vec<Case> = under(state, accepted).collect();
    cases.extend(under(not, refused));
    cases
}

fn under(state: u32, cases: Vec<Case>) -> impl Iterator<Item = Case> {
    cases.into_iter().map(move |mut case| {
        case.when.push(state);
        case
    })
}

fn product(left: &[Case], right: &[Case]) -> Vec<Case> {
    let pairs = left
        .iter()
        .flat_map(|one| right.iter().map(move |other| (one, other)));
    pairs.map(|(one, other)| one.and(other)).collect()
}

impl Case {
    fn is_empty(&self) -> bool {
        !self.all
            && self.names.is_empty()
            && self.patterns.is_empty()
            && self.from == 0
            && self.matching.is_empty()
            && self.when.is_empty()
    }

    fn and(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.when.extend(&other.when);
        both.all |= other.all;
        both.names.extend(other.names.iter().cloned());
        both.patterns.extend(other.patterns.iter().cloned());
        both.from = both.from.max(other.from);
        both.matching.extend(&other.matching);
        both
    }
}
