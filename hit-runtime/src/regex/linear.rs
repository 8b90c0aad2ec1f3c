//! Runs machines over a text, all states at once: no back-tracking.
//!
//! Every look-around is first decided for every place of the text, inner ones
//! first; so the effort is linear in the text, times the number of states.

use super::charset::CharSet;
use super::nfa::{Machines, Nfa, State};

/// Whether the pattern matches somewhere.
pub(super) fn is_match(machines: &Machines, text: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    let mut holds: Vec<Vec<bool>> = Vec::with_capacity(machines.looks.len());
    for look in &machines.looks {
        let mut places = vec![look.negated; text.len() + 1];
        let run = Run {
            sets: &machines.sets,
            text: &text,
            holds: &holds,
        };
        run.all(&look.nfa, look.behind, |at| {
            if let Some(place) = places.get_mut(at) {
                *place = !look.negated;
            }
            false
        });
        holds.push(places);
    }
    let run = Run {
        sets: &machines.sets,
        text: &text,
        holds: &holds,
    };
    run.all(&machines.main, true, |_| true)
}

struct Run<'r> {
    sets: &'r [CharSet],
    text: &'r [char],
    holds: &'r [Vec<bool>],
}

impl Run<'_> {
    /// Starts at every place; calls `found` at every place where a match ends,
    /// until it returns true. Returns whether it did.
    fn all(&self, nfa: &Nfa, forward: bool, mut found: impl FnMut(usize) -> bool) -> bool {
        let end = self.text.len();
        let mut stack: Vec<usize> = Vec::new();
        let mut active: Vec<usize> = Vec::new();
        let mut visited: Vec<usize> = vec![0; nfa.states.len()];
        for step in 0..=end {
            let at = if forward { step } else { end - step };
            stack.push(nfa.start);
            if self.close(nfa, at, step + 1, &mut stack, &mut active, &mut visited) && found(at) {
                return true;
            }
            let index = if forward { Some(at) } else { at.checked_sub(1) };
            let Some(&c) = index.and_then(|index| self.text.get(index)) else {
                break;
            };
            for state in active.drain(..) {
                if let Some(State::Set { set, next }) = nfa.states.get(state)
                    && self.sets.get(*set).is_some_and(|set| set.contains(c))
                {
                    stack.push(*next);
                }
            }
        }
        false
    }

    /// Follows all that reads nothing; fills `active`; tells whether the end was reached.
    fn close(
        &self,
        nfa: &Nfa,
        at: usize,
        mark: usize,
        stack: &mut Vec<usize>,
        active: &mut Vec<usize>,
        visited: &mut [usize],
    ) -> bool {
        let mut matched = false;
        while let Some(state) = stack.pop() {
            match visited.get_mut(state) {
                Some(last) if *last != mark => *last = mark,
                _ => continue,
            }
            match nfa.states.get(state) {
                Some(State::Set { .. }) => active.push(state),
                Some(State::Split(first, second)) => stack.extend([*second, *first]),
                Some(State::Place { place, next }) if place.holds(self.text, at) => {
                    stack.push(*next)
                }
                Some(State::Look { look, next }) if self.look(*look, at) => stack.push(*next),
                Some(State::Match) => matched = true,
                _ => {}
            }
        }
        matched
    }

    fn look(&self, look: usize, at: usize) -> bool {
        self.holds
            .get(look)
            .and_then(|places| places.get(at))
            .copied()
            .unwrap_or(false)
    }
}
