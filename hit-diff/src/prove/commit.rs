//! Committing to conditions, and what is known of those that are not committed
//! to.

use crate::graph::{AtomId, Head, Kind, StateId};

use super::branch::{Branch, Choice, Item, Status};
use super::outcome::Lit;
use super::prover::Prover;

impl Prover {
    /// Commits to a condition; false on a contradiction.
    pub(super) fn commit(&mut self, branch: &mut Branch, item: Item) -> bool {
        match item {
            Item::State(lit) => self.commit_state(branch, lit),
            Item::Atom(atom, positive) => self.commit_atom(branch, atom, positive),
        }
    }

    fn commit_state(&mut self, branch: &mut Branch, lit: Lit) -> bool {
        let mask = self.graph.mask(lit.state);
        let kind = branch.kind;
        if !mask.may.has(kind) {
            return !lit.positive;
        }
        if mask.must.has(kind) {
            return lit.positive;
        }
        match branch.states.insert(lit.state, lit.positive) {
            Some(before) if before != lit.positive => return false,
            Some(_) => return true,
            None => {}
        }
        let atoms = self.graph.state(lit.state).to_vec();
        if lit.positive {
            return atoms
                .into_iter()
                .all(|atom| self.commit_atom(branch, atom, true));
        }
        let choices = atoms.into_iter().map(|atom| vec![Item::Atom(atom, false)]);
        self.choose(branch, choices.collect())
    }

    fn commit_atom(&mut self, branch: &mut Branch, id: AtomId, positive: bool) -> bool {
        let mask = self.graph.atom_mask(id);
        let kind = branch.kind;
        if !mask.may.has(kind) {
            return !positive;
        }
        if mask.must.has(kind) {
            return positive;
        }
        match branch.atoms.insert(id, positive) {
            Some(before) if before != positive => return false,
            Some(_) => return true,
            None => {}
        }
        let atom = self.graph.atom(id).clone();
        let of = |state: &StateId, positive| {
            Item::State(Lit {
                state: *state,
                positive,
            })
        };
        let children = &atom.children;
        match (&atom.head, positive) {
            (Head::Any, true) => {
                let choices = children.iter().map(|child| vec![of(child, true)]);
                self.choose(branch, choices.collect())
            }
            (Head::Any, false) => children
                .iter()
                .all(|child| self.commit(branch, of(child, false))),
            (Head::One, true) => {
                let choices = self.exactly_one(branch, children);
                self.choose(branch, choices)
            }
            (Head::One, false) => {
                let choices = self.not_one(branch, children);
                self.choose(branch, choices)
            }
            (Head::Not, _) => children
                .iter()
                .all(|child| self.commit(branch, of(child, !positive))),
            (Head::If, _) => {
                let [test, then, otherwise] = children.as_slice() else {
                    return true;
                };
                let choices = vec![
                    vec![of(test, true), of(then, positive)],
                    vec![of(test, false), of(otherwise, positive)],
                ];
                self.choose(branch, choices)
            }
            (Head::Values(_), false) if matches!(kind, Kind::Array | Kind::Object) => children
                .iter()
                .all(|child| self.commit(branch, of(child, false))),
            _ => true,
        }
    }

    /// One of these has to hold.
    fn choose(&mut self, branch: &mut Branch, choices: Vec<Choice>) -> bool {
        let mut open = Vec::with_capacity(choices.len());
        for choice in choices {
            match self.status(branch, &choice) {
                Status::Holds => return true,
                Status::Fails => {}
                Status::Open => open.push(choice),
            }
        }
        if open.len() > 1 {
            branch.pending.push(open);
            return true;
        }
        let only = open.pop();
        only.is_some_and(|choice| choice.into_iter().all(|item| self.commit(branch, item)))
    }

    /// What is known of a choice without thinking.
    pub(super) fn status(&self, branch: &Branch, choice: &[Item]) -> Status {
        let mut all = Status::Holds;
        for item in choice {
            match self.item_status(branch, *item) {
                Status::Fails => return Status::Fails,
                Status::Open => all = Status::Open,
                Status::Holds => {}
            }
        }
        all
    }

    fn item_status(&self, branch: &Branch, item: Item) -> Status {
        let (mask, known, positive) = match item {
            Item::State(lit) => (
                self.graph.mask(lit.state),
                branch.states.get(&lit.state),
                lit.positive,
            ),
            Item::Atom(atom, positive) => (
                self.graph.atom_mask(atom),
                branch.atoms.get(&atom),
                positive,
            ),
        };
        let holds = |holds: bool| match holds == positive {
            true => Status::Holds,
            false => Status::Fails,
        };
        if !mask.may.has(branch.kind) {
            return holds(false);
        }
        if mask.must.has(branch.kind) {
            return holds(true);
        }
        if let Some(known) = known {
            return holds(*known);
        }
        if let Item::State(lit) = item {
            let atoms = self.graph.state(lit.state).iter();
            let mut all = Status::Holds;
            for atom in atoms {
                match self.item_status(branch, Item::Atom(*atom, true)) {
                    Status::Fails => return holds(false),
                    Status::Open => all = Status::Open,
                    Status::Holds => {}
                }
            }
            return match all {
                Status::Holds => holds(true),
                _ => Status::Open,
            };
        }
        Status::Open
    }

    fn viable(&self, branch: &Branch, children: &[StateId]) -> Vec<StateId> {
        let viable = children
            .iter()
            .filter(|child| self.graph.mask(**child).may.has(branch.kind));
        viable.copied().collect()
    }

    fn exactly_one(&mut self, branch: &Branch, children: &[StateId]) -> Vec<Choice> {
        let viable = self.viable(branch, children);
        let mut choices = Vec::with_capacity(viable.len());
        for (at, child) in viable.iter().enumerate() {
            let mut choice = vec![Item::State(Lit::yes(*child))];
            for (other, state) in viable.iter().enumerate() {
                if other != at && !self.disjoint(*child, *state) {
                    choice.push(Item::State(Lit::no(*state)));
                }
            }
            choices.push(choice);
        }
        choices
    }

    fn not_one(&mut self, branch: &Branch, children: &[StateId]) -> Vec<Choice> {
        let viable = self.viable(branch, children);
        let none = viable.iter().map(|child| Item::State(Lit::no(*child)));
        let mut choices = vec![none.collect::<Choice>()];
        for (at, child) in viable.iter().enumerate() {
            for other in viable.iter().skip(at + 1) {
                if !self.disjoint(*child, *other) {
                    choices.push(vec![
                        Item::State(Lit::yes(*child)),
                        Item::State(Lit::yes(*other)),
                    ]);
                }
            }
        }
        choices
    }

    /// Whether no value is accepted by both.
    fn disjoint(&mut self, one: StateId, other: StateId) -> bool {
        one != other && self.solve(vec![Lit::yes(one), Lit::yes(other)]).is_empty()
    }
}
