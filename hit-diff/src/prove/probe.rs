//! What a condition would mean in a branch, before it is tried.

use crate::graph::{AtomId, Head, Kind};

use super::branch::{Branch, Status};
use super::outcome::Lit;
use super::prover::Prover;

/// Committed conditions beyond which the general test costs too much.
const ATOMS: usize = 120;

impl Prover {
    /// Whether a condition fails or holds anyway, given what is committed.
    pub(super) fn probe(&mut self, branch: &Branch, id: AtomId, positive: bool) -> Status {
        let head = self.graph.atom(id).head.clone();
        match &head {
            Head::Any | Head::One | Head::Not | Head::If | Head::Opaque(_) | Head::Rule(_) => {
                Status::Open
            }
            Head::Member(name) if branch.kind == Kind::Object => {
                self.probe_member(branch, id, name, positive)
            }
            Head::Has(name) if !positive => match self.presence(branch, name) {
                Some(true) => Status::Fails,
                Some(false) => Status::Holds,
                None => Status::Open,
            },
            _ if branch.atoms.len() <= ATOMS => {
                let mut with = branch.clone();
                with.pending.clear();
                if !self.commit(&mut with, super::branch::Item::Atom(id, positive)) {
                    return Status::Fails;
                }
                if !with.pending.is_empty() {
                    return Status::Open;
                }
                match self.leaf(&with).is_empty() {
                    true => Status::Fails,
                    false => Status::Open,
                }
            }
            _ => Status::Open,
        }
    }

    fn probe_member(&mut self, branch: &Branch, id: AtomId, name: &str, positive: bool) -> Status {
        let Some(child) = self.graph.atom(id).children.first().copied() else {
            return Status::Open;
        };
        let presence = self.presence(branch, name);
        if presence == Some(false) {
            return if positive {
                Status::Holds
            } else {
                Status::Fails
            };
        }
        let Some(value) = self.member_goal(branch, name) else {
            return Status::Open;
        };
        let with = |lit: Lit| {
            let mut goal = value.clone();
            goal.push(lit);
            goal
        };
        // Whatever may stand there is refused by the child, or accepted by it.
        let refused = self.solve(with(Lit::yes(child))).is_empty();
        let accepted = self.solve(with(Lit::no(child))).is_empty();
        match (positive, refused, accepted) {
            (true, _, true) => Status::Holds,
            (true, true, _) if presence == Some(true) => Status::Fails,
            (false, _, true) => Status::Fails,
            (false, true, _) if presence == Some(true) => Status::Holds,
            _ => Status::Open,
        }
    }

    /// Whether a member is there, as far as is committed.
    fn presence(&self, branch: &Branch, name: &str) -> Option<bool> {
        let mut known = None;
        for (atom, positive) in &branch.atoms {
            match &self.graph.atom(*atom).head {
                Head::Has(found) if found == name => return Some(*positive),
                Head::Member(found) if found == name && !positive => known = Some(true),
                _ => {}
            }
        }
        known
    }

    /// All that is committed about the value of a member, if it is there.
    pub(super) fn member_goal(&mut self, branch: &Branch, name: &str) -> Option<Vec<Lit>> {
        let mut goal = Vec::new();
        let atoms: Vec<_> = branch.atoms.iter().map(|(id, sign)| (*id, *sign)).collect();
        for (id, positive) in atoms {
            let atom = self.graph.atom(id);
            let Some(state) = atom.children.first().copied() else {
                continue;
            };
            let applies = match &atom.head {
                Head::Member(found) => found == name,
                Head::Matching(pattern) if positive => {
                    let pattern = pattern.clone();
                    self.patterns.matches(&pattern, name)?
                }
                Head::Rest(names, patterns) if positive => {
                    let (names, patterns) = (names.clone(), patterns.clone());
                    self.eval().is_rest(&names, &patterns, name)?
                }
                _ => false,
            };
            if applies {
                goal.push(Lit { state, positive });
            }
        }
        Some(goal)
    }
}
