//! Wishes: what a sample should look like beyond being valid.

use std::collections::{BTreeMap, BTreeSet};

use super::rng::Rng;
use crate::graph::{Atom, AtomId, Exact, Head, Kind, KindSet, StateId};
use crate::prove::Prover;

/// How deep wishes go.
const DEPTH: usize = 5;
/// Members wished for in one object, at most.
const MEMBERS: usize = 6;

/// What a state says about members and items, alternatives included.
#[derive(Debug, Default)]
struct Shape {
    members: BTreeMap<String, Vec<StateId>>,
    items: Vec<StateId>,
    at: BTreeMap<usize, Vec<StateId>>,
    bounds: Vec<Exact>,
}

/// Makes wishes.
pub(super) struct Wishes<'w> {
    pub(super) prover: &'w mut Prover,
    pub(super) rng: &'w mut Rng,
}

impl Wishes<'_> {
    /// Wishes for a value of a state that can be granted one by one.
    pub(super) fn parts(&mut self, state: StateId) -> Vec<StateId> {
        let wish = self.state(&[state], 0);
        let atoms = self.prover.graph.state(wish).to_vec();
        let mut parts: Vec<StateId> = atoms
            .into_iter()
            .map(|atom| self.intern(vec![atom]))
            .collect();
        // What it is comes first, then in any order.
        for at in (1..parts.len()).rev() {
            let other = self.rng.below(at + 1);
            parts.swap(at, other);
        }
        parts
    }

    /// A wish for a value that all these states are about.
    fn state(&mut self, states: &[StateId], depth: usize) -> StateId {
        let mut atoms = Vec::new();
        let shape = self.shape(states);
        let may = states.iter().fold(KindSet::ALL, |may, state| {
            may.and(self.prover.graph.mask(*state).may)
        });
        let kinds: Vec<Kind> = Kind::ALL
            .into_iter()
            .filter(|kind| may.has(*kind))
            .collect();
        let structured = !shape.members.is_empty() && may.has(Kind::Object);
        let kind = match kinds.get(self.rng.below(kinds.len())) {
            _ if structured && !self.rng.one_in(6) => Kind::Object,
            Some(kind) => *kind,
            None => return self.intern(atoms),
        };
        atoms.push(self.atom(Head::Kinds(KindSet::of(kind)), Vec::new()));
        match kind {
            Kind::Object => self.members(&shape, depth, &mut atoms),
            Kind::Array => self.items(&shape, depth, &mut atoms),
            Kind::String => {
                let least = self.rng.below(9) as u64;
                atoms.push(self.atom(Head::MinLength(least), Vec::new()));
            }
            Kind::Integer | Kind::Whole | Kind::Fraction => self.number(&shape, &mut atoms),
            Kind::Null | Kind::Boolean => {}
        }
        self.intern(atoms)
    }

    fn members(&mut self, shape: &Shape, depth: usize, atoms: &mut Vec<AtomId>) {
        if depth >= DEPTH {
            return;
        }
        let names: Vec<&String> = shape.members.keys().collect();
        let count = self.rng.below(names.len().min(MEMBERS) + 1);
        for _ in 0..count {
            let Some(name) = names.get(self.rng.below(names.len())) else {
                continue;
            };
            let children = shape.members.get(*name).cloned().unwrap_or_default();
            let child = self.state(&children, depth + 1);
            atoms.push(self.atom(Head::Has((*name).clone()), Vec::new()));
            atoms.push(self.atom(Head::Member((*name).clone()), vec![child]));
        }
    }

    fn items(&mut self, shape: &Shape, depth: usize, atoms: &mut Vec<AtomId>) {
        let count = self.rng.below(4);
        atoms.push(self.atom(Head::MinItems(count as u64), Vec::new()));
        if depth >= DEPTH {
            return;
        }
        for at in 0..count {
            let children = shape.at.get(&at).unwrap_or(&shape.items).clone();
            let child = self.state(&children, depth + 1);
            atoms.push(self.atom(Head::ItemAt(at), vec![child]));
        }
    }

    fn number(&mut self, shape: &Shape, atoms: &mut Vec<AtomId>) {
        let near = shape.bounds.get(self.rng.below(shape.bounds.len() + 1));
        let limit = match near {
            Some(limit) => *limit,
            None => {
                let digits = i128::try_from(self.rng.below(2_000)).unwrap_or(0) - 500;
                Exact::new(digits, 0)
            }
        };
        let head = Head::Bound {
            lower: self.rng.one_in(2),
            limit,
            exclusive: false,
        };
        atoms.push(self.atom(head, Vec::new()));
    }

    fn shape(&self, states: &[StateId]) -> Shape {
        let graph = &self.prover.graph;
        let mut shape = Shape::default();
        let mut seen = BTreeSet::new();
        let mut stack = states.to_vec();
        while let Some(state) = stack.pop() {
            if !seen.insert(state) {
                continue;
            }
            for atom in graph.state(state) {
                let Atom { head, children } = graph.atom(*atom);
                match head {
                    Head::Member(name) => {
                        let slot = shape.members.entry(name.clone()).or_default();
                        slot.extend(children);
                    }
                    Head::Has(name) => {
                        shape.members.entry(name.clone()).or_default();
                    }
                    Head::ItemsFrom(_) => shape.items.extend(children),
                    Head::ItemAt(at) => shape.at.entry(*at).or_default().extend(children),
                    Head::Bound { limit, .. } => shape.bounds.push(*limit),
                    Head::Any | Head::One | Head::If => stack.extend(children),
                    _ => {}
                }
            }
        }
        shape
    }

    fn atom(&mut self, head: Head, children: Vec<StateId>) -> AtomId {
        self.prover.graph.intern_atom(Atom { head, children })
    }

    fn intern(&mut self, atoms: Vec<AtomId>) -> StateId {
        self.prover.graph.intern_state(atoms)
    }
}
