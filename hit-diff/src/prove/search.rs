//! Tries alternatives until a branch is settled.

use crate::graph::{Head, Kind};
use serde_json::Value;

use super::branch::{Branch, Choice, Item, Status};
use super::outcome::{Alternatives, Gap, Outcome};
use super::prover::Prover;

impl Prover {
    /// Settles a branch.
    pub(super) fn search(&mut self, mut branch: Branch) -> Outcome {
        loop {
            if !self.meter.step() {
                return Outcome::Open(Gap::Budget);
            }
            if !self.propagate(&mut branch) {
                return Outcome::Empty;
            }
            if let Some(outcome) = self.enumerated(&branch) {
                return outcome;
            }
            if branch.pending.is_empty() {
                return self.leaf(&branch);
            }
            match self.think(&mut branch) {
                None => return Outcome::Empty,
                Some(true) => {}
                Some(false) => break,
            }
        }
        let shortest = branch.pending.iter().enumerate();
        let Some((at, _)) = shortest.min_by_key(|(_, choices)| choices.len()) else {
            return self.leaf(&branch);
        };
        let choices = branch.pending.swap_remove(at);
        let mut alternatives = Alternatives::default();
        for choice in choices {
            if self.status(&branch, &choice) == Status::Fails {
                continue;
            }
            let mut tried = branch.clone();
            let consistent = choice.iter().all(|item| self.commit(&mut tried, *item));
            let outcome = match consistent {
                true => self.search(tried),
                false => Outcome::Empty,
            };
            let empty = outcome.is_empty();
            if let Some(settled) = alternatives.add(outcome) {
                return settled;
            }
            // What cannot be is excluded from the others.
            if let ([item], true) = (choice.as_slice(), empty)
                && !self.commit(&mut branch, item.negated())
            {
                break;
            }
        }
        alternatives.finish()
    }

    /// Drops choices that fail and takes those that are left alone; false on a
    /// contradiction.
    fn propagate(&mut self, branch: &mut Branch) -> bool {
        loop {
            let mut changed = false;
            for choices in std::mem::take(&mut branch.pending) {
                match self.narrow(branch, choices) {
                    Narrowed::Met => {}
                    Narrowed::Kept(choices) => branch.pending.push(choices),
                    Narrowed::Only(choice) => {
                        changed = true;
                        if !choice.into_iter().all(|item| self.commit(branch, item)) {
                            return false;
                        }
                    }
                    Narrowed::Failed => return false,
                }
            }
            if !changed {
                return true;
            }
        }
    }

    fn narrow(&mut self, branch: &Branch, choices: Vec<Choice>) -> Narrowed {
        let mut open = Vec::with_capacity(choices.len());
        for choice in choices {
            match self.status(branch, &choice) {
                Status::Holds => return Narrowed::Met,
                Status::Fails => {}
                Status::Open => open.push(choice),
            }
        }
        match open.len() {
            0 => Narrowed::Failed,
            1 => open.pop().map_or(Narrowed::Failed, Narrowed::Only),
            _ => Narrowed::Kept(open),
        }
    }

    /// Narrows choices by asking what they would mean; whether that changed
    /// something. `None` on a contradiction.
    fn think(&mut self, branch: &mut Branch) -> Option<bool> {
        let mut changed = false;
        for choices in std::mem::take(&mut branch.pending) {
            let mut open: Vec<Choice> = Vec::with_capacity(choices.len());
            let mut met = false;
            let before = choices.len();
            for choice in choices {
                let status = match choice.as_slice() {
                    [Item::Atom(atom, positive)] => self.probe(branch, *atom, *positive),
                    _ => Status::Open,
                };
                match status {
                    Status::Holds => {
                        met = true;
                        break;
                    }
                    Status::Fails => {}
                    Status::Open => open.push(choice),
                }
            }
            if met {
                changed = true;
                continue;
            }
            if open.is_empty() {
                return None;
            }
            changed |= open.len() != before;
            branch.pending.push(open);
        }
        Some(changed)
    }

    /// Where a committed condition lists the values, they are tried.
    fn enumerated(&mut self, branch: &Branch) -> Option<Outcome> {
        let listed = branch.atoms.iter().filter(|(_, positive)| **positive);
        let values = listed
            .map(|(atom, _)| &self.graph.atom(*atom).head)
            .find_map(|head| match head {
                Head::Values(values) => Some(values),
                _ => None,
            })?;
        let values = values.iter().map(|literal| literal.value.clone());
        let candidates: Vec<Value> = values.flat_map(|value| self.spellings(value)).collect();
        let goal = branch.goal.clone();
        let key = branch.key.clone();
        let kind = branch.kind;
        Some(self.first_of(candidates, |prover, value| {
            if !prover.is_of(kind, value) {
                return Some(false);
            }
            match (&key, value) {
                (Some(key), Value::String(text)) if !prover.is_key(key, text)? => Some(false),
                _ => prover.meets(&goal, value),
            }
        }))
    }

    /// Settles a branch without alternatives.
    pub(super) fn leaf(&mut self, branch: &Branch) -> Outcome {
        if branch.key.is_some() {
            return self.strings(branch);
        }
        let atoms = branch.atoms.iter().map(|(atom, sign)| (*atom, *sign));
        let key = (branch.kind, atoms.collect::<Vec<_>>());
        if let Some(known) = self.leaves.get(&key) {
            return known.clone();
        }
        let outer = std::mem::replace(&mut self.low, usize::MAX);
        let outcome = match branch.kind {
            Kind::Null => Outcome::Found(Value::Null),
            Kind::Boolean => self.first_of(
                vec![Value::Bool(false), Value::Bool(true)],
                |prover, value| prover.meets_atoms(branch, value),
            ),
            Kind::Integer | Kind::Whole | Kind::Fraction => self.numbers(branch),
            Kind::String => self.strings(branch),
            Kind::Array => self.arrays(branch),
            Kind::Object => self.objects(branch),
        };
        let outcome = match (outcome, self.opaque(branch)) {
            (Outcome::Found(_), Some(gap)) => Outcome::Open(gap),
            (outcome, _) => outcome,
        };
        let keep = match &outcome {
            Outcome::Empty => self.low == usize::MAX,
            Outcome::Found(_) => true,
            Outcome::Open(gap) => *gap != Gap::Budget,
        };
        if keep {
            self.leaves.insert(key, outcome.clone());
        }
        self.low = outer.min(self.low);
        outcome
    }

    /// Whether the committed conditions hold for a value. Those nothing is known
    /// of are left out, and those that were taken apart: their parts count.
    pub(super) fn meets_atoms(&mut self, branch: &Branch, value: &Value) -> Option<bool> {
        let mut eval = self.eval();
        let mut outcome = Some(true);
        for (atom, positive) in &branch.atoms {
            if matches!(
                eval.graph.atom(*atom).head,
                Head::Opaque(_) | Head::Rule(_) | Head::Any | Head::One | Head::Not | Head::If
            ) {
                continue;
            }
            match eval.atom(*atom, value) {
                Some(holds) if holds != *positive => return Some(false),
                Some(_) => {}
                None => outcome = None,
            }
        }
        outcome
    }

    fn opaque(&self, branch: &Branch) -> Option<Gap> {
        let mut heads = branch.atoms.keys().map(|atom| &self.graph.atom(*atom).head);
        heads.find_map(|head| match head {
            Head::Opaque(name) => Some(Gap::Opaque(name.as_str().into())),
            Head::Rule(identity) if !self.guessing => {
                let name = identity.split('\0').next().unwrap_or_default();
                Some(Gap::Rule(match name {
                    "a rule" => name.into(),
                    id => format!("the rule `{id}`").into(),
                }))
            }
            _ => None,
        })
    }
}

enum Narrowed {
    Met,
    Failed,
    Only(Choice),
    Kept(Vec<Choice>),
}
