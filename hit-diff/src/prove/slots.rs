//! All that is demanded of an array.

use std::collections::BTreeMap;

use crate::graph::StateId;

use super::outcome::Lit;

/// How many items have to meet a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) state: StateId,
    pub(super) low: u64,
    pub(super) high: Option<u64>,
}

/// All that is demanded of an array.
#[derive(Clone, Debug, Default)]
pub(super) struct Slots {
    pub(super) at: BTreeMap<usize, Vec<Lit>>,
    pub(super) from: Vec<(usize, StateId)>,
    /// Some item from the index on is refused by the state.
    pub(super) needs: Vec<(usize, StateId)>,
    pub(super) counts: Vec<Count>,
    pub(super) min: u64,
    pub(super) max: Option<u64>,
    pub(super) unique: bool,
    pub(super) repeated: bool,
}

impl Slots {
    /// What every item at an index has to meet.
    pub(super) fn base(&self, index: usize) -> Vec<Lit> {
        let mut goal = self.at.get(&index).cloned().unwrap_or_default();
        let rest = self.from.iter().filter(|(from, _)| *from <= index);
        goal.extend(rest.map(|(_, state)| Lit::yes(*state)));
        goal
    }

    /// From here on all items have to meet the same.
    pub(super) fn uniform_from(&self) -> usize {
        let places = self.at.keys().map(|at| at + 1);
        let from = self.from.iter().map(|(from, _)| *from);
        let needs = self.needs.iter().map(|(from, _)| *from);
        places.chain(from).chain(needs).max().unwrap_or(0)
    }
}
