//! Objects: which member meets which demand.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::branch::Branch;
use super::members::{Fresh, Members, Need};
use super::outcome::{Alternatives, Gap, Lit, Outcome};
use super::prover::Prover;

/// Largest object that is built.
const MEMBERS: u64 = 2_000;

/// Members chosen so far, with what their values have to meet.
type Chosen = BTreeMap<String, Vec<Lit>>;

impl Prover {
    /// Settles a branch about objects.
    pub(super) fn objects(&mut self, branch: &Branch) -> Outcome {
        let Some(members) = Members::of(self, branch) else {
            return Outcome::Empty;
        };
        if members.max.is_some_and(|max| max < members.min) {
            return Outcome::Empty;
        }
        if members.min > MEMBERS {
            return Outcome::Open(Gap::Budget);
        }
        let mut chosen = Chosen::new();
        let mut gap = None;
        let required = members.has.iter().filter(|(_, there)| **there);
        for (name, _) in required {
            match members.may_stand(self, name) {
                Some(true) => {}
                Some(false) => return Outcome::Empty,
                None => gap = Some(Gap::Objects),
            }
            let value = match members.value(self, name) {
                Ok(value) => value,
                Err(unknown) => {
                    gap = Some(unknown);
                    continue;
                }
            };
            match self.solve(value.clone()) {
                Outcome::Empty => return Outcome::Empty,
                Outcome::Open(Gap::Budget) => return Outcome::Open(Gap::Budget),
                Outcome::Open(unknown) => gap = Some(unknown),
                Outcome::Found(_) => {}
            }
            chosen.insert(name.clone(), value);
        }
        if members.max.is_some_and(|max| chosen.len() as u64 > max) {
            return Outcome::Empty;
        }
        let mut alternatives = Alternatives::default();
        let outcome = self.meet(&members, 0, chosen, &mut alternatives);
        match (outcome, gap) {
            (Some(Outcome::Found(_)), Some(gap)) => Outcome::Open(gap),
            (Some(outcome), _) => outcome,
            (None, _) => alternatives.finish(),
        }
    }

    /// Meets the needs from one on, then builds the object.
    fn meet(
        &mut self,
        members: &Members,
        at: usize,
        chosen: Chosen,
        alternatives: &mut Alternatives,
    ) -> Option<Outcome> {
        if !self.meter.step() {
            return Some(Outcome::Open(Gap::Budget));
        }
        let Some(need) = members.needs.get(at) else {
            let outcome = self.build(members, chosen);
            return alternatives.add(outcome);
        };
        for name in self.suitable(members, need, &chosen, alternatives) {
            let value = match chosen.get(&name) {
                Some(value) => Ok(value.clone()),
                None => members.value(self, &name),
            };
            let mut value = match value {
                Ok(value) => value,
                Err(gap) => {
                    alternatives.open(gap);
                    continue;
                }
            };
            value.extend(need.value());
            let settled = self.with(members, at, &chosen, (name, value), alternatives);
            if settled.is_some() {
                return settled;
            }
        }
        if members.max.is_some_and(|max| chosen.len() as u64 >= max) {
            return None;
        }
        let (kinds, complete) = members.fresh(Some(need));
        if !complete {
            alternatives.open(Gap::Objects);
        }
        for fresh in kinds {
            let name = match self.solve(fresh.value.clone()) {
                Outcome::Empty => continue,
                _ => fresh.name(self, chosen.keys()),
            };
            match name {
                Outcome::Found(Value::String(name)) => {
                    let member = (name, fresh.value.clone());
                    let settled = self.with(members, at, &chosen, member, alternatives);
                    if settled.is_some() {
                        return settled;
                    }
                }
                Outcome::Open(Gap::Budget) => return Some(Outcome::Open(Gap::Budget)),
                Outcome::Open(gap) => alternatives.open(gap),
                _ => {}
            }
        }
        None
    }

    fn with(
        &mut self,
        members: &Members,
        at: usize,
        chosen: &Chosen,
        (name, value): (String, Vec<Lit>),
        alternatives: &mut Alternatives,
    ) -> Option<Outcome> {
        match self.solve(value.clone()) {
            Outcome::Empty => None,
            Outcome::Open(Gap::Budget) => Some(Outcome::Open(Gap::Budget)),
            Outcome::Open(gap) => {
                alternatives.open(gap);
                None
            }
            Outcome::Found(_) => {
                let mut chosen = chosen.clone();
                chosen.insert(name, value);
                self.meet(members, at + 1, chosen, alternatives)
            }
        }
    }

    /// Names that occur in the schemas, or are chosen, and can meet a need.
    fn suitable(
        &mut self,
        members: &Members,
        need: &Need,
        chosen: &Chosen,
        alternatives: &mut Alternatives,
    ) -> Vec<String> {
        let room = members.max.is_none_or(|max| (chosen.len() as u64) < max);
        let others = members.known.iter().filter(|name| {
            room && members.has.get(*name) != Some(&false) && !chosen.contains_key(*name)
        });
        let names: Vec<String> = chosen.keys().chain(others).cloned().collect();
        let mut suitable = Vec::new();
        for name in names {
            let suits = match members.suits(self, need, &name) {
                Some(true) => members.may_stand(self, &name),
                other => other,
            };
            match suits {
                Some(true) => suitable.push(name),
                Some(false) => {}
                None => alternatives.open(Gap::Objects),
            }
        }
        suitable
    }

    /// Adds members up to the least number and finds all values.
    fn build(&mut self, members: &Members, mut chosen: Chosen) -> Outcome {
        if members.max.is_some_and(|max| chosen.len() as u64 > max) {
            return Outcome::Empty;
        }
        let mut alternatives = Alternatives::default();
        if (chosen.len() as u64) < members.min
            && let Some(outcome) = self.pad(members, &mut chosen, &mut alternatives)
        {
            return outcome;
        }
        let mut object = Map::new();
        for (name, value) in chosen {
            match self.solve(value) {
                Outcome::Found(value) => {
                    object.insert(name, value);
                }
                outcome => return outcome,
            }
        }
        Outcome::Found(Value::Object(object))
    }

    /// Adds members up to the least number; the outcome where that fails.
    fn pad(
        &mut self,
        members: &Members,
        chosen: &mut Chosen,
        alternatives: &mut Alternatives,
    ) -> Option<Outcome> {
        for name in &members.known {
            if chosen.len() as u64 >= members.min {
                return None;
            }
            let free = members.has.get(name) != Some(&false) && !chosen.contains_key(name);
            if !free || members.may_stand(self, name) != Some(true) {
                continue;
            }
            let value = match members.value(self, name) {
                Ok(value) => value,
                Err(gap) => {
                    alternatives.open(gap);
                    continue;
                }
            };
            match self.solve(value.clone()) {
                Outcome::Found(_) => {
                    chosen.insert(name.clone(), value);
                }
                Outcome::Open(gap) => alternatives.open(gap),
                Outcome::Empty => {}
            }
        }
        let (kinds, complete) = members.fresh(None);
        if !complete {
            alternatives.open(Gap::Objects);
        }
        for fresh in &kinds {
            if let Some(outcome) = self.pad_fresh(members, fresh, chosen, alternatives) {
                return Some(outcome);
            }
        }
        if chosen.len() as u64 >= members.min {
            return None;
        }
        Some(std::mem::take(alternatives).finish())
    }

    fn pad_fresh(
        &mut self,
        members: &Members,
        fresh: &Fresh,
        chosen: &mut Chosen,
        alternatives: &mut Alternatives,
    ) -> Option<Outcome> {
        match self.solve(fresh.value.clone()) {
            Outcome::Found(_) => {}
            Outcome::Empty => return None,
            Outcome::Open(gap) => {
                alternatives.open(gap);
                return None;
            }
        }
        while (chosen.len() as u64) < members.min {
            if !self.meter.step() {
                return Some(Outcome::Open(Gap::Budget));
            }
            match fresh.name(self, chosen.keys()) {
                Outcome::Found(Value::String(name)) => {
                    chosen.insert(name, fresh.value.clone());
                }
                Outcome::Open(gap) => {
                    alternatives.open(gap);
                    return None;
                }
                _ => return None,
            }
        }
        None
    }
}
