//! A tree without back-references as state machines.

use super::charset::{CharSet, Place};
use super::error::PatternError;
use super::syntax::{Ast, Set};

/// States of one pattern, at most: counted repetitions multiply.
const MAX_STATES: usize = 100_000;

/// A pattern as machines, one for each look-around and one for the whole.
#[derive(Debug)]
pub(super) struct Machines {
    pub(super) sets: Vec<CharSet>,
    /// Inner before outer.
    pub(super) looks: Vec<Look>,
    pub(super) main: Nfa,
}

/// A look-around.
#[derive(Debug)]
pub(super) struct Look {
    pub(super) behind: bool,
    pub(super) negated: bool,
    /// Reads backward where it looks ahead: then one run over the text tells
    /// for every place whether it holds.
    pub(super) nfa: Nfa,
}

/// States and where to begin.
#[derive(Debug, Default)]
pub(super) struct Nfa {
    pub(super) states: Vec<State>,
    pub(super) start: usize,
}

/// One state.
#[derive(Clone, Copy, Debug)]
pub(super) enum State {
    /// Reads a character of a set.
    Set { set: usize, next: usize },
    /// Goes both ways.
    Split(usize, usize),
    /// Goes on where it holds.
    Place { place: Place, next: usize },
    /// Goes on where the look-around holds.
    Look { look: usize, next: usize },
    /// The end.
    Match,
}

/// Builds the machines.
pub(super) fn build(ast: &Ast) -> Result<Machines, PatternError> {
    let mut builder = Builder::default();
    let main = builder.machine(ast, false)?;
    let sets = builder
        .sets
        .iter()
        .map(CharSet::new)
        .collect::<Result<_, _>>()?;
    let looks = builder.looks.into_iter().map(|(_, look)| look).collect();
    Ok(Machines { sets, looks, main })
}

#[derive(Default)]
struct Builder {
    sets: Vec<Set>,
    looks: Vec<(Ast, Look)>,
    total: usize,
}

impl Builder {
    fn machine(&mut self, ast: &Ast, backward: bool) -> Result<Nfa, PatternError> {
        let mut nfa = Nfa::default();
        let end = self.push(&mut nfa, State::Match)?;
        nfa.start = self.add(&mut nfa, ast, end, backward)?;
        Ok(nfa)
    }

    fn push(&mut self, nfa: &mut Nfa, state: State) -> Result<usize, PatternError> {
        self.total += 1;
        if self.total > MAX_STATES {
            return Err(PatternError::new(0, "the pattern is too large"));
        }
        nfa.states.push(state);
        Ok(nfa.states.len() - 1)
    }

    /// Adds the states of `ast` in front of `next`; returns the first.
    fn add(
        &mut self,
        nfa: &mut Nfa,
        ast: &Ast,
        next: usize,
        backward: bool,
    ) -> Result<usize, PatternError> {
        let place = match ast {
            Ast::Empty | Ast::BackReference { .. } => return Ok(next),
            Ast::Set(set) => {
                let set = self.set(set);
                return self.push(nfa, State::Set { set, next });
            }
            Ast::Group(_, inner) => return self.add(nfa, inner, next, backward),
            Ast::Look {
                behind,
                negated,
                inner,
            } => {
                let look = self.look(ast, *behind, *negated, inner)?;
                return self.push(nfa, State::Look { look, next });
            }
            Ast::Repeat {
                inner, min, max, ..
            } => {
                return self.repeat(nfa, inner, (*min, *max), next, backward);
            }
            Ast::Concat(parts) if backward => {
                return parts
                    .iter()
                    .try_fold(next, |next, part| self.add(nfa, part, next, backward));
            }
            Ast::Concat(parts) => {
                return parts
                    .iter()
                    .rev()
                    .try_fold(next, |next, part| self.add(nfa, part, next, backward));
            }
            Ast::Alternate(parts) => return self.alternate(nfa, parts, next, backward),
            Ast::Start { multiline } => Place::Start {
                multiline: *multiline,
            },
            Ast::End { multiline } => Place::End {
                multiline: *multiline,
            },
            Ast::Boundary { negated } => Place::Boundary { negated: *negated },
        };
        self.push(nfa, State::Place { place, next })
    }

    fn alternate(
        &mut self,
        nfa: &mut Nfa,
        parts: &[Ast],
        next: usize,
        backward: bool,
    ) -> Result<usize, PatternError> {
        let mut first = None;
        for part in parts {
            let start = self.add(nfa, part, next, backward)?;
            first = Some(match first {
                None => start,
                Some(other) => self.push(nfa, State::Split(other, start))?,
            });
        }
        Ok(first.unwrap_or(next))
    }

    fn repeat(
        &mut self,
        nfa: &mut Nfa,
        inner: &Ast,
        (min, max): (u32, Option<u32>),
        next: usize,
        backward: bool,
    ) -> Result<usize, PatternError> {
        let mut first = next;
        match max {
            None => {
                let split = self.push(nfa, State::Split(next, next))?;
                let body = self.add(nfa, inner, split, backward)?;
                if let Some(state) = nfa.states.get_mut(split) {
                    *state = State::Split(body, next);
                }
                first = split;
            }
            Some(max) => {
                for _ in min..max {
                    let body = self.add(nfa, inner, first, backward)?;
                    first = self.push(nfa, State::Split(body, next))?;
                }
            }
        }
        for _ in 0..min {
            let before = nfa.states.len();
            first = self.add(nfa, inner, first, backward)?;
            if nfa.states.len() == before {
                break; // an empty body: more of it adds nothing
            }
        }
        Ok(first)
    }

    fn set(&mut self, set: &Set) -> usize {
        if let Some(index) = self.sets.iter().position(|other| other == set) {
            return index;
        }
        self.sets.push(set.clone());
        self.sets.len() - 1
    }

    fn look(
        &mut self,
        ast: &Ast,
        behind: bool,
        negated: bool,
        inner: &Ast,
    ) -> Result<usize, PatternError> {
        if let Some(index) = self.looks.iter().position(|(other, _)| other == ast) {
            return Ok(index);
        }
        let nfa = self.machine(inner, !behind)?;
        self.looks.push((
            ast.clone(),
            Look {
                behind,
                negated,
                nfa,
            },
        ));
        Ok(self.looks.len() - 1)
    }
}
