//! Makes equal states one.
//!
//! Two states are equal when they demand the same and refer to equal states;
//! with recursion that is the coarsest such partition, found by refining.

use std::collections::HashMap;

use super::data::{Atom, AtomId, Graph, StateId};
use super::head::Head;
use super::kinds::KindSet;
use super::raw::Raw;

/// The class of every raw state, as a state of the graph.
pub(super) fn refine(raw: &Raw, graph: &mut Graph) -> Vec<StateId> {
    let mut heads: HashMap<&Head, u32> = HashMap::new();
    let plain: Vec<Vec<(u32, &[u32], bool)>> = raw
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
    let trivial = trivial(raw);
    let mut classes = vec![0_u32; raw.states.len()];
    let mut count = 1;
    loop {
        let mut index: HashMap<Vec<(u32, Vec<u32>)>, u32> = HashMap::new();
        let mut next = Vec::with_capacity(classes.len());
        for (state, atoms) in plain.iter().enumerate() {
            let mut signature = match trivial[state] {
                true => Vec::new(),
                false => signature(atoms, &raw.states[state], &classes, &trivial),
            };
            signature.sort_unstable();
            signature.dedup();
            let fresh = u32::try_from(index.len()).unwrap_or(u32::MAX);
            next.push(*index.entry(signature).or_insert(fresh));
        }
        let found = index.len();
        classes = next;
        if found == count {
            break;
        }
        count = found;
    }
    emit(raw, graph, &classes, &trivial, count)
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

/// States that accept everything.
fn trivial(raw: &Raw) -> Vec<bool> {
    let mut trivial = vec![true; raw.states.len()];
    loop {
        let mut changed = false;
        for (state, atoms) in raw.states.iter().enumerate() {
            let still = trivial[state]
                && atoms
                    .iter()
                    .all(|atom| holds(&atom.head, &atom.children, &trivial));
            if trivial[state] && !still {
                trivial[state] = false;
                changed = true;
            }
        }
        if !changed {
            return trivial;
        }
    }
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
