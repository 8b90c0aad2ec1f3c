//! Arrays: what is demanded of items by place and by number.

use crate::graph::Head;

use super::branch::Branch;
use super::lengths::Filling;
use super::outcome::{Alternatives, Gap, Lit, Outcome};
use super::prover::Prover;
use super::slots::{Count, Slots};

/// Longest array that is built.
const LENGTH: u64 = 200_000;
/// Demands that some item has to meet, at most.
const NEEDS: usize = 6;
/// Counted demands, at most.
const COUNTS: usize = 3;

impl Prover {
    /// Settles a branch about arrays.
    pub(super) fn arrays(&mut self, branch: &Branch) -> Outcome {
        let Some((slots, undone)) = self.slots(branch) else {
            return Outcome::Empty;
        };
        let mut alternatives = Alternatives::default();
        for counts in ways(&undone) {
            let mut slots = slots.clone();
            slots.counts.extend(counts);
            slots
                .counts
                .retain(|count| count.low > 0 || count.high.is_some());
            if slots.counts.len() > COUNTS || slots.needs.len() > NEEDS {
                alternatives.open(Gap::Arrays);
                continue;
            }
            let outcome = self.fill(&slots);
            if let Some(settled) = alternatives.add(outcome) {
                return settled;
            }
        }
        alternatives.finish()
    }

    /// The demands of a branch, and the counts that must not be kept; `None` where no array has fewer items than demanded.
    fn slots(&self, branch: &Branch) -> Option<(Slots, Vec<Count>)> {
        let mut slots = Slots::default();
        let mut undone = Vec::new();
        let lower = |max: &mut Option<u64>, limit: u64| {
            *max = Some(max.map_or(limit, |known| known.min(limit)));
        };
        for (id, positive) in &branch.atoms {
            let atom = self.graph.atom(*id);
            let child = atom.children.first().copied().unwrap_or_default();
            match (&atom.head, *positive) {
                (Head::MinItems(limit), true) => slots.min = slots.min.max(*limit),
                (Head::MinItems(limit), false) => lower(&mut slots.max, limit.checked_sub(1)?),
                (Head::MaxItems(limit), true) => lower(&mut slots.max, *limit),
                (Head::MaxItems(limit), false) => {
                    slots.min = slots.min.max(limit.saturating_add(1));
                }
                (Head::Unique, true) => slots.unique = true,
                (Head::Unique, false) => slots.repeated = true,
                (Head::ItemAt(at), true) => {
                    slots.at.entry(*at).or_default().push(Lit::yes(child));
                }
                (Head::ItemAt(at), false) => {
                    slots.at.entry(*at).or_default().push(Lit::no(child));
                    slots.min = slots.min.max(*at as u64 + 1);
                }
                (Head::ItemsFrom(from), true) => slots.from.push((*from, child)),
                (Head::ItemsFrom(from), false) => slots.needs.push((*from, child)),
                (Head::Contains(low, high), _) => {
                    let count = Count {
                        state: child,
                        low: *low,
                        high: *high,
                    };
                    let list = if *positive {
                        &mut slots.counts
                    } else {
                        &mut undone
                    };
                    list.push(count);
                }
                _ => {}
            }
        }
        Some((slots, undone))
    }

    fn fill(&mut self, slots: &Slots) -> Outcome {
        let least = slots.min;
        if slots.max.is_some_and(|max| max < least) {
            return Outcome::Empty;
        }
        let counted: u64 = slots.counts.iter().map(|count| count.low).sum();
        let extra = slots.needs.len() as u64 + counted + if slots.repeated { 2 } else { 0 };
        // Items beyond serve no demand and can be left out.
        let most = least.max(slots.uniform_from() as u64).saturating_add(extra);
        let most = slots.max.map_or(most, |max| most.min(max));
        if least > LENGTH {
            return Outcome::Open(Gap::Budget);
        }
        let mut alternatives = Alternatives::default();
        if most > LENGTH {
            alternatives.open(Gap::Budget);
        }
        for length in least..=most.min(LENGTH) {
            if !self.meter.step() {
                return Outcome::Open(Gap::Budget);
            }
            let length = usize::try_from(length).unwrap_or(0);
            let outcome = Filling::run(self, slots, length);
            if let Some(settled) = alternatives.add(outcome) {
                return settled;
            }
        }
        alternatives.finish()
    }
}

/// All ways to miss every one of some counts: too few, or too many.
fn ways(undone: &[Count]) -> Vec<Vec<Count>> {
    let mut ways = vec![Vec::new()];
    for count in undone {
        let few = count.low.checked_sub(1).map(|high| Count {
            low: 0,
            high: Some(high),
            ..count.clone()
        });
        let many = count.high.map(|high| Count {
            low: high.saturating_add(1),
            high: None,
            ..count.clone()
        });
        ways = ways
            .iter()
            .flat_map(|way| {
                let missed = [few.clone(), many.clone()].into_iter().flatten();
                missed.map(move |count| {
                    let mut way: Vec<Count> = way.clone();
                    way.push(count);
                    way
                })
            })
            .collect();
    }
    ways
}
