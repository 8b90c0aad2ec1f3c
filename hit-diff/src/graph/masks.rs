//! Which kinds of values a condition can hold for, and for which it always
//! does: bounds that are cheap to know.

use super::data::{Atom, AtomId, Graph, Mask, StateId};
use super::head::Head;
use super::kinds::{Kind, KindSet};

const OPEN: Mask = Mask {
    may: KindSet::ALL,
    must: KindSet::NONE,
};

impl Graph {
    /// Adds an atom, or finds it.
    pub(crate) fn intern_atom(&mut self, atom: Atom) -> AtomId {
        if let Some(known) = self.atom_index.get(&atom) {
            return *known;
        }
        let id = AtomId::try_from(self.atoms.len()).unwrap_or(AtomId::MAX);
        self.atoms.push(atom.clone());
        self.atom_index.insert(atom, id);
        id
    }

    /// Adds a state, or finds it.
    pub(crate) fn intern_state(&mut self, mut atoms: Vec<AtomId>) -> StateId {
        atoms.sort_unstable();
        atoms.dedup();
        if let Some(known) = self.state_index.get(&atoms) {
            return *known;
        }
        let id = StateId::try_from(self.states.len()).unwrap_or(StateId::MAX);
        self.states.push(atoms.clone());
        self.state_index.insert(atoms, id);
        self.fill_masks();
        id
    }

    /// Computes the masks of all that was added.
    pub(crate) fn fill_masks(&mut self) {
        let (old_states, old_atoms) = (self.masks.len(), self.atom_masks.len());
        self.masks.resize(self.states.len(), OPEN);
        self.atom_masks.resize(self.atoms.len(), OPEN);
        // Every round keeps the bounds valid, so stopping early is sound.
        for _ in 0..8 {
            let mut changed = false;
            for at in old_atoms..self.atoms.len() {
                let mask = self.atom_bounds(&self.atoms[at]);
                changed |= mask != self.atom_masks[at];
                self.atom_masks[at] = mask;
            }
            for at in old_states..self.states.len() {
                let mask = self.states[at].iter().fold(
                    Mask {
                        may: KindSet::ALL,
                        must: KindSet::ALL,
                    },
                    |all, atom| {
                        let one = self.atom_mask(*atom);
                        Mask {
                            may: all.may.and(one.may),
                            must: all.must.and(one.must),
                        }
                    },
                );
                changed |= mask != self.masks[at];
                self.masks[at] = mask;
            }
            if !changed {
                break;
            }
        }
    }

    fn atom_bounds(&self, atom: &Atom) -> Mask {
        let child = |at: usize| {
            atom.children
                .get(at)
                .map_or(OPEN, |state| self.mask(*state))
        };
        let children = || atom.children.iter().map(|state| self.mask(*state));
        match &atom.head {
            Head::Kinds(kinds) => Mask {
                may: *kinds,
                must: *kinds,
            },
            Head::Values(values) => {
                let null = values.iter().any(|literal| literal.value.is_null());
                let bools = values.iter().filter(|literal| literal.value.is_boolean());
                let mut must = KindSet::NONE;
                if null {
                    must = must.or(KindSet::of(Kind::Null));
                }
                if bools.count() == 2 {
                    must = must.or(KindSet::of(Kind::Boolean));
                }
                Mask {
                    may: Head::kinds_of(values),
                    must,
                }
            }
            Head::Any => children().fold(
                Mask {
                    may: KindSet::NONE,
                    must: KindSet::NONE,
                },
                |all, one| Mask {
                    may: all.may.or(one.may),
                    must: all.must.or(one.must),
                },
            ),
            Head::One => self.one(&children().collect::<Vec<_>>()),
            Head::Not => Mask {
                may: child(0).must.not(),
                must: child(0).may.not(),
            },
            Head::If => {
                let (test, then, otherwise) = (child(0), child(1), child(2));
                let refused = Mask {
                    may: test.must.not(),
                    must: test.may.not(),
                };
                Mask {
                    may: test.may.and(then.may).or(refused.may.and(otherwise.may)),
                    must: test
                        .must
                        .and(then.must)
                        .or(refused.must.and(otherwise.must))
                        .or(then.must.and(otherwise.must)),
                }
            }
            Head::Opaque(_) => OPEN,
            head => Mask {
                may: KindSet::ALL,
                must: head.concerns().not(),
            },
        }
    }

    fn one(&self, children: &[Mask]) -> Mask {
        let mut may = KindSet::NONE;
        let mut must = KindSet::NONE;
        for (at, one) in children.iter().enumerate() {
            may = may.or(one.may);
            let others = children
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != at);
            let alone = others.fold(one.must, |alone, (_, other)| alone.and(other.may.not()));
            must = must.or(alone);
        }
        // Kinds that two arms always accept are refused.
        for (at, one) in children.iter().enumerate() {
            for other in &children[at + 1..] {
                may = may.and(one.must.and(other.must).not());
            }
        }
        Mask { may, must }
    }
}
