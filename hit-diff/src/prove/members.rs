//! What is demanded of the members of an object.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use serde_json::Value;

use crate::graph::{Head, StateId};

use super::branch::{Branch, KeyWanted};
use super::outcome::{Gap, Lit, Outcome};
use super::prover::Prover;

/// Patterns of names beyond which not all combinations are tried.
const PATTERNS: usize = 6;

/// Some member has to be there.
#[derive(Clone, Debug)]
pub(super) enum Need {
    /// Its name matches and its value is refused.
    Matching(String, StateId),
    /// Its name is neither listed nor matched and its value is refused.
    Rest(Vec<String>, Vec<String>, StateId),
    /// Its name is refused.
    Name(StateId),
}

impl Need {
    /// What its value has to meet.
    pub(super) fn value(&self) -> Option<Lit> {
        match self {
            Self::Matching(_, state) | Self::Rest(_, _, state) => Some(Lit::no(*state)),
            Self::Name(_) => None,
        }
    }
}

/// All that is demanded of an object.
#[derive(Debug, Default)]
pub(super) struct Members {
    pub(super) has: BTreeMap<String, bool>,
    /// All names that occur.
    pub(super) known: BTreeSet<String>,
    pub(super) needs: Vec<Need>,
    pub(super) min: u64,
    pub(super) max: Option<u64>,
    named: HashMap<String, Vec<Lit>>,
    matching: Vec<(String, StateId)>,
    rests: Vec<(Vec<String>, Vec<String>, StateId)>,
    names: Vec<StateId>,
}

/// A kind of new names: which patterns they match, and what their values meet.
#[derive(Clone, Debug)]
pub(super) struct Fresh {
    wanted: KeyWanted,
    goal: Rc<[Lit]>,
    pub(super) value: Vec<Lit>,
}

impl Members {
    /// The demands of a branch; `None` where a member must be there and must
    /// not.
    pub(super) fn of(prover: &Prover, branch: &Branch) -> Option<Self> {
        let mut members = Self::default();
        let atoms = branch.atoms.iter();
        for (id, positive) in atoms {
            let atom = prover.graph.atom(*id);
            let child = atom.children.first().copied().unwrap_or_default();
            match (&atom.head, *positive) {
                (Head::Has(name), there) => members.has(name, there)?,
                (Head::Member(name), positive) => {
                    let lit = Lit {
                        state: child,
                        positive,
                    };
                    members.named.entry(name.clone()).or_default().push(lit);
                    members.known.insert(name.clone());
                    if !positive {
                        members.has(name, true)?;
                    }
                }
                (Head::Matching(pattern), true) => members.matching.push((pattern.clone(), child)),
                (Head::Matching(pattern), false) => {
                    members.needs.push(Need::Matching(pattern.clone(), child));
                }
                (Head::Rest(names, patterns), positive) => {
                    members.known.extend(names.iter().cloned());
                    let (names, patterns) = (names.clone(), patterns.clone());
                    match positive {
                        true => members.rests.push((names, patterns, child)),
                        false => members.needs.push(Need::Rest(names, patterns, child)),
                    }
                }
                (Head::Names, true) => members.names.push(child),
                (Head::Names, false) => members.needs.push(Need::Name(child)),
                (Head::MinMembers(limit), true) => members.min = members.min.max(*limit),
                (Head::MinMembers(limit), false) => members.at_most(limit.checked_sub(1)?),
                (Head::MaxMembers(limit), true) => members.at_most(*limit),
                (Head::MaxMembers(limit), false) => {
                    members.min = members.min.max(limit.saturating_add(1));
                }
                _ => {}
            }
        }
        Some(members)
    }

    fn at_most(&mut self, limit: u64) {
        self.max = Some(self.max.map_or(limit, |max| max.min(limit)));
    }

    fn has(&mut self, name: &str, there: bool) -> Option<()> {
        self.known.insert(name.to_owned());
        let before = self.has.insert(name.to_owned(), there);
        before.is_none_or(|before| before == there).then_some(())
    }

    /// Whether a name may stand there at all; `None` where that is not known.
    pub(super) fn may_stand(&self, prover: &mut Prover, name: &str) -> Option<bool> {
        let text = Value::String(name.to_owned());
        let mut known = Some(true);
        for state in &self.names {
            match prover.eval().state(*state, &text) {
                Some(true) => {}
                Some(false) => return Some(false),
                None => known = None,
            }
        }
        known
    }

    /// What the value of a member has to meet.
    pub(super) fn value(&self, prover: &mut Prover, name: &str) -> Result<Vec<Lit>, Gap> {
        let unknown = || Gap::Pattern(name.into());
        let mut goal = self.named.get(name).cloned().unwrap_or_default();
        for (pattern, state) in &self.matching {
            if prover.patterns.matches(pattern, name).ok_or_else(unknown)? {
                goal.push(Lit::yes(*state));
            }
        }
        for (names, patterns, state) in &self.rests {
            let rest = prover.eval().is_rest(names, patterns, name);
            if rest.ok_or_else(unknown)? {
                goal.push(Lit::yes(*state));
            }
        }
        Ok(goal)
    }

    /// Whether a member of this name can meet a need.
    pub(super) fn suits(&self, prover: &mut Prover, need: &Need, name: &str) -> Option<bool> {
        match need {
            Need::Matching(pattern, _) => prover.patterns.matches(pattern, name),
            Need::Rest(names, patterns, _) => prover.eval().is_rest(names, patterns, name),
            Need::Name(state) => {
                let text = Value::String(name.to_owned());
                prover.eval().state(*state, &text).map(|accepted| !accepted)
            }
        }
    }

    /// The kinds of new names that can meet a need, and whether these are all.
    pub(super) fn fresh(&self, need: Option<&Need>) -> (Vec<Fresh>, bool) {
        let mut patterns: BTreeSet<&String> = self.matching.iter().map(|(one, _)| one).collect();
        patterns.extend(self.rests.iter().flat_map(|(_, patterns, _)| patterns));
        match need {
            Some(Need::Matching(pattern, _)) => {
                patterns.insert(pattern);
            }
            Some(Need::Rest(_, more, _)) => patterns.extend(more),
            _ => {}
        }
        let patterns: Vec<&String> = patterns.into_iter().collect();
        let complete = patterns.len() <= PATTERNS;
        let mut goal: Vec<Lit> = self.names.iter().map(|state| Lit::yes(*state)).collect();
        if let Some(Need::Name(state)) = need {
            goal.push(Lit::no(*state));
        }
        let goal: Rc<[Lit]> = goal.into();
        let mut found = Vec::new();
        for matched in combinations(patterns.len(), complete) {
            let is = |pattern: &String| {
                let at = patterns.binary_search(&pattern);
                at.is_ok_and(|at| matched.contains(&at))
            };
            let suits = match need {
                Some(Need::Matching(pattern, _)) => is(pattern),
                Some(Need::Rest(_, patterns, _)) => !patterns.iter().any(is),
                _ => true,
            };
            if !suits {
                continue;
            }
            let matching = self.matching.iter().filter(|(pattern, _)| is(pattern));
            let mut value: Vec<Lit> = matching.map(|(_, state)| Lit::yes(*state)).collect();
            let rests = self.rests.iter();
            let rests = rests.filter(|(_, patterns, _)| !patterns.iter().any(is));
            value.extend(rests.map(|(_, _, state)| Lit::yes(*state)));
            value.extend(need.and_then(Need::value));
            let patterns = patterns
                .iter()
                .map(|pattern| ((*pattern).clone(), is(pattern)));
            found.push(Fresh {
                wanted: KeyWanted {
                    patterns: patterns.collect(),
                    excluded: self.known.iter().cloned().collect(),
                },
                goal: goal.clone(),
                value,
            });
        }
        (found, complete)
    }
}

impl Fresh {
    /// A name of this kind that is not used yet.
    pub(super) fn name<'n>(
        &self,
        prover: &mut Prover,
        used: impl Iterator<Item = &'n String>,
    ) -> Outcome {
        let mut wanted = self.wanted.clone();
        wanted.excluded.extend(used.cloned());
        wanted.excluded.sort();
        wanted.excluded.dedup();
        prover.key(&self.goal, wanted)
    }
}

/// Sets of patterns that are matched: all, or only those of up to two.
fn combinations(count: usize, all: bool) -> Vec<Vec<usize>> {
    let mut sets: Vec<Vec<usize>> = if all {
        let bits = |set: u32| (0..count).filter(move |at| set & (1 << at) != 0).collect();
        (0..1_u32 << count).map(bits).collect()
    } else {
        let pairs = (0..count).flat_map(|one| (one..count).map(move |other| (one, other)));
        let pairs = pairs.map(|(one, other)| match one == other {
            true => vec![one],
            false => vec![one, other],
        });
        std::iter::once(Vec::new()).chain(pairs).collect()
    };
    sets.sort_by_key(Vec::len);
    sets
}
