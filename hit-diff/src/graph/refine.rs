//! Makes equal states one.
//!
//! Two states are equal when they demand the same and refer to equal states;
//! with recursion that is the coarsest such partition, found by refining.

use std::collections::HashMap;

use super::data::{Atom, AtomId, Graph, StateId};
use super::head::Head;
use super::kinds::KindSet;
use super::partition::Partition;
use super::raw::Raw;

/// An atom with its head as a number, and whether its children commute.
type Plain<'r> = (u32, &'r [u32], bool);

/// The class of every raw state, as a state of the graph.
pub(super) fn refine(raw: &Raw, graph: &mut Graph) -> Vec<StateId> {
    let mut heads: HashMap<&Head, u32> = HashMap::new();
    let plain: Vec<Vec<Plain<'_>>> = raw
        .states
        .iter()
        .map(|atoms| {
            let known = atoms.iter().map(|atom| {
                let fresh = u32::try_from(heads.len()).unwrap_or(u32::MAX);
                let head = *heads.entry(&atom.head).or_insert(fresh);
                (head, atom.children.as_slice(), commutes(&atom.head))
            });
            known.collect()
        })
        .collect();
    let users = users(raw);
    let trivial = trivial(raw, &users);
    let signed = |state: u32, classes: &[u32]| {
        let at = state as usize;
        let mut signature = match trivial[at] {
            true => Vec::new(),
            false => signature(&plain[at], &raw.states[at], classes, &trivial),
        };
        signature.sort_unstable();
        signature.dedup();
        signature
    };
    let mut partition = Partition::new(raw.states.len());
    let mut dirty: Vec<u32> = (0..).take(raw.states.len()).collect();
    while !dirty.is_empty() {
        let moved = partition.split(&dirty, &signed);
        let above = moved.iter().flat_map(|state| &users[*state as usize]);
        dirty = above.copied().collect();
        dirty.sort_unstable();
        dirty.dedup();
    }
    let (classes, count) = partition.numbered();
    emit(raw, graph, &classes, &trivial, count)
}

/// By state: those that refer to it.
fn users(raw: &Raw) -> Vec<Vec<u32>> {
    let mut users = vec![Vec::new(); raw.states.len()];
    for (state, atoms) in (0..).zip(&raw.states) {
        for child in atoms.iter().flat_map(|atom| &atom.children) {
            users[*child as usize].push(state);
        }
    }
    users
}

fn signature(
    atoms: &[(u32, &[u32], bool)],
    raw: &[super::raw::RawAtom],
    classes: &[u32],
    trivial: &[bool],
) -> Vec<(u32, Vec<u32>)> {
    let atoms = atoms
        .iter()
        .zip(raw)
        .filter(|(_, atom)| !holds(&atom.head, &atom.children, trivial));
    atoms
        .map(|((head, children, commutes), _)| {
            let mut children: Vec<u32> = children
                .iter()
                .map(|child| classes[*child as usize])
                .collect();
            if *commutes {
                children.sort_unstable();
            }
            (*head, children)
        })
        .collect()
}

fn commutes(head: &Head) -> bool {
    matches!(head, Head::Any | Head::One)
}

/// States that accept everything: all but those of which something says
/// otherwise.
fn trivial(raw: &Raw, users: &[Vec<u32>]) -> Vec<bool> {
    let mut trivial = vec![true; raw.states.len()];
    let mut dirty: Vec<u32> = (0..).take(raw.states.len()).collect();
    while let Some(state) = dirty.pop() {
        let at = state as usize;
        let mut atoms = raw.states[at].iter();
        if trivial[at] && !atoms.all(|atom| holds(&atom.head, &atom.children, &trivial)) {
            trivial[at] = false;
            dirty.extend(&users[at]);
        }
    }
    trivial
}

/// Whether an atom holds for every value, as far as its children tell.
fn holds(head: &Head, children: &[u32], trivial: &[bool]) -> bool {
    let all = || children.iter().all(|child| trivial[*child as usize]);
    match head {
        Head::ItemAt(_)
        | Head::ItemsFrom(_)
        | Head::Member(_)
        | Head::Matching(_)
        | Head::Rest(..)
        | Head::Names => all(),
        Head::Any => children.iter().any(|child| trivial[*child as usize]),
        Head::If => children[1..].iter().all(|child| trivial[*child as usize]),
        Head::Kinds(kinds) => *kinds == KindSet::ALL,
        Head::MinLength(0) | Head::MinItems(0) | Head::MinMembers(0) => true,
        Head::Contains(0, None) => true,
        _ => false,
    }
}

/// Writes one state per class into the graph.
fn emit(
    raw: &Raw,
    graph: &mut Graph,
    classes: &[u32],
    trivial: &[bool],
    count: usize,
) -> Vec<StateId> {
    let mut first = vec![usize::MAX; count];
    for (state, class) in classes.iter().enumerate().rev() {
        first[*class as usize] = state;
    }
    graph.states = vec![Vec::new(); count];
    for (class, state) in first.iter().enumerate() {
        let atoms = raw.states.get(*state).map_or(&[][..], Vec::as_slice);
        let mut ids: Vec<AtomId> = Vec::new();
        for atom in atoms {
            if trivial[*state] || holds(&atom.head, &atom.children, trivial) {
                continue;
            }
            let mut children: Vec<StateId> = atom
                .children
                .iter()
                .map(|child| classes[*child as usize])
                .collect();
            if commutes(&atom.head) {
                children.sort_unstable();
            }
            if atom.head == Head::Any {
                children.dedup();
            }
            ids.push(graph.intern_atom(Atom {
                head: atom.head.clone(),
                children,
            }));
        }
        ids.sort_unstable();
        ids.dedup();
        let id = StateId::try_from(class).unwrap_or(StateId::MAX);
        graph.state_index.entry(ids.clone()).or_insert(id);
        graph.states[class] = ids;
    }
    graph.fill_masks();
    classes.to_vec()
}
