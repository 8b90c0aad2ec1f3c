//! Running the steps.

use super::step::{Step, Steps};

/// Steps granted for one text.
const BUDGET: usize = 1_000_000;

/// The budget is spent: nobody knows whether the text matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::regex) struct Exceeded;

/// Whether the pattern matches somewhere.
pub(in crate::regex) fn is_match(steps: &Steps, text: &str) -> Result<bool, Exceeded> {
    let text: Vec<char> = text.chars().collect();
    let mut budget = BUDGET;
    for start in 0..=text.len() {
        let mut run = Run {
            steps,
            text: &text,
            slots: vec![None; steps.groups * 2],
            marks: vec![0; steps.registers],
            trail: Vec::new(),
            budget,
        };
        if run.from(0, start)? {
            return Ok(true);
        }
        budget = run.budget;
    }
    Ok(false)
}

struct Run<'r> {
    steps: &'r Steps,
    text: &'r [char],
    slots: Vec<Option<usize>>,
    marks: Vec<usize>,
    trail: Vec<Trail>,
    budget: usize,
}

/// What to do on the way back.
enum Trail {
    /// Try this.
    Branch { step: usize, at: usize },
    /// Put a slot back.
    Slot(usize, Option<usize>),
    /// Put a mark back.
    Mark(usize, usize),
}

impl Run<'_> {
    /// Runs from a step to a `Match`. What it tried last stays undone, what it
    /// kept stays kept. Calls itself for look-around only, whose depth is bounded.
    fn from(&mut self, step: usize, at: usize) -> Result<bool, Exceeded> {
        let base = self.trail.len();
        let mut place = Some((step, at));
        loop {
            let Some((step, at)) = place.or_else(|| self.back(base)) else {
                return Ok(false);
            };
            self.budget = self.budget.checked_sub(1).ok_or(Exceeded)?;
            let Some(step_) = self.steps.steps.get(step).copied() else {
                return Ok(false);
            };
            place = match step_ {
                Step::Match => {
                    self.settle(base);
                    return Ok(true);
                }
                Step::Look { negated, after } => {
                    self.look(step + 1, at, negated)?.then_some((after, at))
                }
                Step::Jump(to) => Some((to, at)),
                Step::Split(first, second) => {
                    self.trail.push(Trail::Branch { step: second, at });
                    Some((first, at))
                }
                other => self.simple(other, at)?.map(|at| (step + 1, at)),
            };
        }
    }

    /// The latest branch not tried, everything after it undone.
    fn back(&mut self, base: usize) -> Option<(usize, usize)> {
        while self.trail.len() > base {
            match self.trail.pop()? {
                Trail::Branch { step, at } => return Some((step, at)),
                Trail::Slot(slot, old) => put(&mut self.slots, slot, old),
                Trail::Mark(mark, old) => put(&mut self.marks, mark, old),
            }
        }
        None
    }

    /// Drops the branches above `base`: a look-around is not entered again.
    fn settle(&mut self, base: usize) {
        let above = self.trail.split_off(base.min(self.trail.len()));
        self.trail.extend(
            above
                .into_iter()
                .filter(|trail| !matches!(trail, Trail::Branch { .. })),
        );
    }

    fn look(&mut self, step: usize, at: usize, negated: bool) -> Result<bool, Exceeded> {
        let base = self.trail.len();
        let found = self.from(step, at)?;
        if negated {
            self.back(base);
        }
        Ok(found != negated)
    }

    /// The position after a step that neither branches nor jumps.
    fn simple(&mut self, step: Step, at: usize) -> Result<Option<usize>, Exceeded> {
        Ok(match step {
            Step::Set { set, backward } => {
                let index = if backward {
                    at.checked_sub(1)
                } else {
                    Some(at)
                };
                let c = index.and_then(|index| self.text.get(index)).copied();
                let set = self.steps.sets.get(set);
                let found = c.zip(set).is_some_and(|(c, set)| set.contains(c));
                found.then(|| if backward { at - 1 } else { at + 1 })
            }
            Step::BackReference {
                group,
                ignore_case,
                backward,
            } => self.same_again(group, at, ignore_case, backward)?,
            Step::Save(slot) => {
                self.save(slot, Some(at));
                Some(at)
            }
            Step::Clear(first, end) => {
                (first * 2 - 2..end * 2 - 2).for_each(|slot| self.save(slot, None));
                Some(at)
            }
            Step::Mark(mark) => {
                let old = self.marks.get(mark).copied().unwrap_or(0);
                self.trail.push(Trail::Mark(mark, old));
                put(&mut self.marks, mark, at);
                Some(at)
            }
            Step::Progress(mark) => (self.marks.get(mark) != Some(&at)).then_some(at),
            Step::Place(place) => place.holds(self.text, at).then_some(at),
            Step::Split(..) | Step::Jump(_) | Step::Look { .. } | Step::Match => None,
        })
    }

    fn save(&mut self, slot: usize, value: Option<usize>) {
        let old = self.slots.get(slot).copied().flatten();
        if old != value {
            self.trail.push(Trail::Slot(slot, old));
            put(&mut self.slots, slot, value);
        }
    }

    fn same_again(
        &mut self,
        group: usize,
        at: usize,
        ignore_case: bool,
        backward: bool,
    ) -> Result<Option<usize>, Exceeded> {
        let slot = |slot: usize| self.slots.get(slot).copied().flatten();
        let (Some(first), Some(last)) = (slot(group * 2 - 2), slot(group * 2 - 1)) else {
            return Ok(Some(at)); // a group that holds nothing matches nothing
        };
        let held = self.text.get(first..last).unwrap_or_default();
        self.budget = self.budget.checked_sub(held.len()).ok_or(Exceeded)?;
        let start = if backward {
            at.checked_sub(held.len())
        } else {
            Some(at)
        };
        let Some(start) = start else { return Ok(None) };
        let Some(here) = self.text.get(start..start + held.len()) else {
            return Ok(None);
        };
        let same =
            |(a, b): (&char, &char)| a == b || ignore_case && a.to_lowercase().eq(b.to_lowercase());
        let found = held.iter().zip(here).all(same);
        Ok(found.then_some(if backward { start } else { at + held.len() }))
    }
}

fn put<T>(values: &mut [T], index: usize, value: T) {
    if let Some(slot) = values.get_mut(index) {
        *slot = value;
    }
}
