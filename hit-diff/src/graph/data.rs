//! The graph of both schemas.

use std::collections::HashMap;

use super::head::Head;
use super::kinds::KindSet;

/// Index of a state: a conjunction of atoms.
pub(crate) type StateId = u32;
/// Index of an atom.
pub(crate) type AtomId = u32;

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Atom {
    pub(crate) head: Head,
    pub(crate) children: Vec<StateId>,
}

/// For which kinds a condition can hold, and for which it always does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mask {
    pub(crate) may: KindSet,
    pub(crate) must: KindSet,
}

/// Both schemas as one table in which equal parts are one.
#[derive(Debug, Default)]
pub(crate) struct Graph {
    pub(crate) atoms: Vec<Atom>,
    pub(crate) atom_masks: Vec<Mask>,
    pub(crate) states: Vec<Vec<AtomId>>,
    pub(crate) masks: Vec<Mask>,
    pub(crate) atom_index: HashMap<Atom, AtomId>,
    pub(crate) state_index: HashMap<Vec<AtomId>, StateId>,
}

impl Graph {
    /// The atom of an id. Ids come from this graph.
    pub(crate) fn atom(&self, id: AtomId) -> &Atom {
        &self.atoms[id as usize]
    }

    /// The atoms of a state.
    pub(crate) fn state(&self, id: StateId) -> &[AtomId] {
        &self.states[id as usize]
    }

    /// The mask of a state.
    pub(crate) fn mask(&self, id: StateId) -> Mask {
        self.masks[id as usize]
    }

    /// The mask of an atom.
    pub(crate) fn atom_mask(&self, id: AtomId) -> Mask {
        self.atom_masks[id as usize]
    }
}
