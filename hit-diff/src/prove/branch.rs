//! One line of argument about values of one kind.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use crate::graph::{AtomId, Kind, StateId};

use super::outcome::Lit;

/// A condition or its opposite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    State(Lit),
    Atom(AtomId, bool),
}

impl Item {
    pub(super) fn negated(self) -> Self {
        match self {
            Self::State(lit) => Self::State(Lit {
                positive: !lit.positive,
                ..lit
            }),
            Self::Atom(atom, positive) => Self::Atom(atom, !positive),
        }
    }
}

/// Conditions that hold together; one way to meet an alternative.
pub(super) type Choice = Vec<Item>;

/// Demands on a member name beyond states.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct KeyWanted {
    pub(super) patterns: Vec<(String, bool)>,
    pub(super) excluded: Vec<String>,
}

/// What is committed to, and what is still to be chosen.
#[derive(Clone, Debug)]
pub(super) struct Branch {
    pub(super) kind: Kind,
    pub(super) goal: Rc<[Lit]>,
    pub(super) key: Option<Rc<KeyWanted>>,
    pub(super) states: HashMap<StateId, bool>,
    pub(super) atoms: BTreeMap<AtomId, bool>,
    pub(super) pending: Vec<Vec<Choice>>,
}

/// What is known of a condition in a branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Holds,
    Fails,
    Open,
}

impl Branch {
    pub(super) fn new(kind: Kind, goal: Rc<[Lit]>, key: Option<Rc<KeyWanted>>) -> Self {
        Self {
            kind,
            goal,
            key,
            states: HashMap::new(),
            atoms: BTreeMap::new(),
            pending: Vec::new(),
        }
    }
}
