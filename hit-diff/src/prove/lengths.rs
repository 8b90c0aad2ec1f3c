//! Arrays of one length: which item meets which demand.

use std::collections::HashSet;

use hit_runtime::number::json_eq;
use serde_json::Value;

use super::outcome::{Alternatives, Gap, Lit, Outcome};
use super::prover::Prover;
use super::slots::Slots;

/// Values in an array that is built.
const VALUES: usize = 4_000_000;
/// Longest array of items that all differ.
const DISTINCT: usize = 64;

/// An array being filled from the front.
pub(super) struct Filling<'f> {
    prover: &'f mut Prover,
    slots: &'f Slots,
    length: usize,
    /// Places from where nothing was found: index, needs met, counts.
    failed: HashSet<(usize, u32, Vec<u64>)>,
    items: Vec<Value>,
    alternatives: Alternatives,
}

impl<'f> Filling<'f> {
    /// Looks for an array of a length.
    pub(super) fn run(prover: &'f mut Prover, slots: &'f Slots, length: usize) -> Outcome {
        if slots.unique && length > DISTINCT {
            return Outcome::Open(Gap::Arrays);
        }
        if slots.repeated {
            return repeated(prover, slots, length);
        }
        let mut filling = Self {
            prover,
            slots,
            length,
            failed: HashSet::new(),
            items: Vec::new(),
            alternatives: Alternatives::default(),
        };
        let counts = vec![0; slots.counts.len()];
        if filling.place(0, 0, &counts) {
            return Outcome::Found(Value::Array(filling.items));
        }
        filling.alternatives.finish()
    }

    /// Fills all places from an index on.
    fn place(&mut self, index: usize, met: u32, counts: &[u64]) -> bool {
        let all_met = (1_u32 << self.slots.needs.len()) - 1;
        if index == self.length {
            let mut limits = self.slots.counts.iter().zip(counts);
            return met == all_met && limits.all(|(limit, count)| *count >= limit.low);
        }
        let key = (index, met, counts.to_vec());
        if self.failed.contains(&key) {
            return false;
        }
        if !self.prover.meter.step() {
            self.alternatives.open(Gap::Budget);
            return false;
        }
        let base = self.slots.base(index);
        if let Some(settled) = self.repeat(index, met == all_met, counts, &base) {
            return settled;
        }
        for way in self.ways(counts) {
            for needs in subsets(all_met & !met) {
                let mut goal = base.clone();
                if !self.add_needs(&mut goal, index, needs) {
                    continue;
                }
                goal.extend(way.iter().filter_map(|(lit, _)| *lit));
                let Some(value) = self.item(goal) else {
                    continue;
                };
                let counts: Vec<u64> = way.iter().map(|(_, count)| *count).collect();
                self.items.push(value);
                if self.place(index + 1, met | needs, &counts) {
                    return true;
                }
                self.items.pop();
            }
        }
        if !self.slots.unique {
            self.failed.insert(key);
        }
        false
    }

    /// Where nothing is left to be met, all further items may be the same.
    fn repeat(&mut self, index: usize, met: bool, counts: &[u64], base: &[Lit]) -> Option<bool> {
        let slots = self.slots;
        let mut limits = counts.iter().zip(&slots.counts);
        let free = limits.all(|(count, limit)| limit.high.is_none() && *count >= limit.low);
        if !(met && free) || slots.unique || index < slots.uniform_from() {
            return None;
        }
        let item = self.item(base.to_vec());
        if let Some(item) = &item {
            let more = self.length.saturating_sub(self.items.len());
            if size(item).saturating_mul(more) > VALUES {
                self.alternatives.open(Gap::Budget);
                return Some(false);
            }
            self.items.resize(self.length, item.clone());
        }
        Some(item.is_some())
    }

    fn add_needs(&self, goal: &mut Vec<Lit>, index: usize, needs: u32) -> bool {
        for (at, (from, state)) in self.slots.needs.iter().enumerate() {
            if needs & (1 << at) != 0 {
                if *from > index {
                    return false;
                }
                goal.push(Lit::no(*state));
            }
        }
        true
    }

    /// How an item may stand to the counted demands, with the counts after it.
    fn ways(&self, counts: &[u64]) -> Vec<Vec<(Option<Lit>, u64)>> {
        let mut ways = vec![Vec::new()];
        for (count, limit) in counts.iter().zip(&self.slots.counts) {
            let mut here = Vec::new();
            match limit.high {
                Some(high) => {
                    if *count < high {
                        here.push((Some(Lit::yes(limit.state)), count + 1));
                    }
                    here.push((Some(Lit::no(limit.state)), *count));
                    if *count >= limit.low {
                        here.reverse();
                    }
                }
                None if *count < limit.low => {
                    here.push((Some(Lit::yes(limit.state)), count + 1));
                    here.push((None, *count));
                }
                None => here.push((None, *count)),
            }
            ways = ways
                .iter()
                .flat_map(|way: &Vec<(Option<Lit>, u64)>| {
                    here.iter().map(move |one| {
                        let mut way = way.clone();
                        way.push(*one);
                        way
                    })
                })
                .collect();
        }
        ways
    }

    /// An item that meets a goal, unlike all before where they must differ.
    fn item(&mut self, mut goal: Vec<Lit>) -> Option<Value> {
        let mut excluded = 0;
        loop {
            match self.prover.solve(goal.clone()) {
                Outcome::Found(value) => {
                    let taken =
                        self.slots.unique && self.items.iter().any(|other| json_eq(other, &value));
                    if !taken {
                        return Some(value);
                    }
                    let other = Lit::no(self.prover.constant(&value));
                    if goal.contains(&other) {
                        self.alternatives.open(Gap::Arrays);
                        return None;
                    }
                    goal.push(other);
                    excluded += 1;
                }
                Outcome::Empty => {
                    // Another choice of the items before might have left one,
                    // unless all are picked from the same values.
                    if excluded > 0 && !self.alike() {
                        self.alternatives.open(Gap::Arrays);
                    }
                    return None;
                }
                Outcome::Open(gap) => {
                    self.alternatives.open(gap);
                    return None;
                }
            }
        }
    }

    fn alike(&self) -> bool {
        let slots = self.slots;
        let first = slots.base(0);
        slots.needs.is_empty()
            && slots.counts.is_empty()
            && (1..self.length).all(|index| slots.base(index) == first)
    }
}

/// Values that a value consists of.
fn size(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(size).sum::<usize>(),
        Value::Object(members) => 1 + members.values().map(size).sum::<usize>(),
        _ => 1,
    }
}

/// All subsets of a set of bits, the full one first.
fn subsets(set: u32) -> impl Iterator<Item = u32> {
    let mut next = Some(set);
    std::iter::from_fn(move || {
        let now = next?;
        next = (now != 0).then(|| (now - 1) & set);
        Some(now)
    })
}

/// Two items have to be equal.
fn repeated(prover: &mut Prover, slots: &Slots, length: usize) -> Outcome {
    let mut alternatives = Alternatives::default();
    let places = length.min(slots.uniform_from() + 2);
    for first in 0..places {
        for second in first + 1..places {
            let mut goal = slots.base(first);
            goal.extend(slots.base(second));
            let value = match prover.solve(goal) {
                Outcome::Found(value) => value,
                Outcome::Empty => continue,
                Outcome::Open(gap) => {
                    alternatives.open(gap);
                    continue;
                }
            };
            let constant = Lit::yes(prover.constant(&value));
            let mut equal = slots.clone();
            equal.repeated = false;
            equal.at.entry(first).or_default().push(constant);
            equal.at.entry(second).or_default().push(constant);
            match Filling::run(prover, &equal, length) {
                Outcome::Found(value) => return Outcome::Found(value),
                Outcome::Open(gap) => alternatives.open(gap),
                // Another value might have served.
                Outcome::Empty => alternatives.open(Gap::Arrays),
            }
        }
    }
    alternatives.finish()
}
