//! Strings: lengths, patterns, formats, and texts left out.

use std::rc::Rc;

use serde_json::Value;

use crate::graph::{Head, Kind};
use crate::language::{Nfa, Wanted, search};

use super::branch::{Branch, KeyWanted};
use super::formats;
use super::outcome::{Gap, Lit, Outcome};
use super::prover::Prover;

/// Steps of one search for a text.
const EFFORT: usize = 60_000;
/// Steps of a search that cost as much as one of the prover.
const EFFORT_PER_STEP: usize = 32;
/// Texts tried where a format has to hold too.
const TRIES: usize = 64;
/// Longest text that is built.
const LENGTH: u64 = 20_000;

impl Prover {
    /// Settles a branch about strings.
    pub(super) fn strings(&mut self, branch: &Branch) -> Outcome {
        let mut wanted = Wanted::default();
        let mut texts: Vec<String> = Vec::new();
        let mut gap = None;
        let mut checked = false;
        let atoms: Vec<_> = branch.atoms.iter().map(|(id, sign)| (*id, *sign)).collect();
        let mut formats = Vec::new();
        for (id, positive) in atoms {
            let head = self.graph.atom(id).head.clone();
            match head {
                Head::MinLength(limit) if positive => wanted.min = wanted.min.max(limit),
                Head::MinLength(limit) => {
                    let Some(limit) = limit.checked_sub(1) else {
                        return Outcome::Empty;
                    };
                    wanted.max = Some(wanted.max.map_or(limit, |max| max.min(limit)));
                }
                Head::MaxLength(limit) if positive => {
                    wanted.max = Some(wanted.max.map_or(limit, |max| max.min(limit)));
                }
                Head::MaxLength(limit) => wanted.min = wanted.min.max(limit.saturating_add(1)),
                Head::Pattern(pattern) => match self.automaton(&pattern) {
                    Some(nfa) => wanted.automata.push((nfa, positive)),
                    None => {
                        checked = true;
                        gap = Some(Gap::Pattern(pattern.as_str().into()));
                    }
                },
                Head::Format(name) => {
                    checked = true;
                    gap.get_or_insert(Gap::Format(name.as_str().into()));
                    if positive && let Some(superset) = formats::superset(&name) {
                        let nfa = self.automaton(superset);
                        wanted.automata.extend(nfa.map(|nfa| (nfa, true)));
                    }
                    formats.push(name);
                }
                Head::Encoding(name) | Head::Media(_, name) => {
                    checked = true;
                    gap.get_or_insert(Gap::Format(name.as_str().into()));
                    formats.push(name);
                }
                Head::Values(values) if !positive => {
                    let strings = values.iter().filter_map(|literal| literal.value.as_str());
                    texts.extend(strings.map(str::to_owned));
                }
                _ => {}
            }
        }
        if let Some(key) = &branch.key {
            texts.extend(key.excluded.iter().cloned());
            for (pattern, positive) in &key.patterns {
                match self.automaton(pattern) {
                    Some(nfa) => wanted.automata.push((nfa, *positive)),
                    None => {
                        checked = true;
                        gap = Some(Gap::Pattern(pattern.as_str().into()));
                    }
                }
            }
        }
        if wanted.min > LENGTH {
            return Outcome::Open(Gap::Budget);
        }
        if let Some(nfa) = Nfa::of_texts(texts.iter().map(String::as_str)) {
            wanted.automata.push((Rc::new(nfa), false));
        }
        let mut effort = EFFORT + usize::try_from(wanted.min).unwrap_or(0) * 16;
        let count = if checked { TRIES } else { 1 };
        let before = effort;
        let found = search(&wanted, count, &mut effort);
        // A step here is far less work than one of the prover.
        if !self.meter.take((before - effort) / EFFORT_PER_STEP) {
            return Outcome::Open(Gap::Budget);
        }
        if found.texts.is_empty() && found.complete {
            return Outcome::Empty;
        }
        let mut candidates: Vec<String> = Vec::new();
        for name in &formats {
            candidates.extend(
                formats::examples(name)
                    .iter()
                    .map(|text| (*text).to_owned()),
            );
        }
        candidates.extend(found.texts);
        candidates.extend(self.literals.iter().cloned());
        for text in candidates {
            if !self.meter.step() {
                return Outcome::Open(Gap::Budget);
            }
            let fits_key = match &branch.key {
                Some(key) => self.is_key(key, &text),
                None => Some(true),
            };
            if fits_key != Some(true) {
                continue;
            }
            let value = Value::String(text);
            if self.meets_atoms(branch, &value) == Some(true) {
                return Outcome::Found(value);
            }
        }
        Outcome::Open(gap.unwrap_or(Gap::Budget))
    }

    /// The automaton of a pattern, made once.
    pub(super) fn automaton(&mut self, pattern: &str) -> Option<Rc<Nfa>> {
        if let Some(known) = self.automata.get(pattern) {
            return known.clone();
        }
        let nfa = Nfa::of_pattern(pattern).map(Rc::new);
        self.automata.insert(pattern.to_owned(), nfa.clone());
        nfa
    }

    /// Whether a name is one that is wanted.
    pub(super) fn is_key(&mut self, key: &KeyWanted, name: &str) -> Option<bool> {
        if key.excluded.iter().any(|known| known == name) {
            return Some(false);
        }
        for (pattern, positive) in &key.patterns {
            if self.patterns.matches(pattern, name)? != *positive {
                return Some(false);
            }
        }
        Some(true)
    }

    /// A member name that meets a goal and more.
    pub(super) fn key(&mut self, goal: &Rc<[Lit]>, key: KeyWanted) -> Outcome {
        let question = (goal.clone(), key);
        if let Some(known) = self.keys.get(&question) {
            return known.clone();
        }
        let wanted = Rc::new(question.1.clone());
        let outer = std::mem::replace(&mut self.low, usize::MAX);
        let outcome = self.of_kind(Kind::String, goal, Some(wanted));
        let rests = self.low != usize::MAX && outcome.is_empty();
        self.low = outer.min(self.low);
        if !rests && !matches!(outcome, Outcome::Open(Gap::Budget)) {
            self.keys.insert(question, outcome.clone());
        }
        outcome
    }
}
