//! Patterns as automata over characters.

use hit_runtime::regex::regular_expression;
use regex_syntax::hir::{Class, Hir, HirKind, Look};

/// States of one automaton, at most.
const STATES: usize = 20_000;

/// A state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// One character of these ranges, then on.
    Set(Vec<(u32, u32)>, u32),
    /// Both ways.
    Split(u32, u32),
    /// Only at the start of the text.
    Start(u32),
    /// Only at its end.
    End(u32),
    /// Only at a word boundary (ASCII).
    Boundary(u32),
    /// The pattern has matched.
    Match,
}

/// An automaton. It matches somewhere in a text, so it starts at every place.
#[derive(Debug)]
pub(crate) struct Nfa {
    pub(super) states: Vec<State>,
    pub(super) start: u32,
    /// Whether it asks for word boundaries.
    pub(super) words: bool,
}

impl Nfa {
    /// The automaton of a pattern. `None` where it has look-around or
    /// back-references, or is too large.
    pub(crate) fn of_pattern(pattern: &str) -> Option<Self> {
        let expression = regular_expression(pattern)?;
        let mut parser = regex_syntax::ParserBuilder::new().nest_limit(500).build();
        let tree = parser.parse(&expression).ok()?;
        let mut builder = Builder::default();
        let end = builder.push(State::Match)?;
        let start = builder.add(&tree, end)?;
        Some(Self {
            states: builder.states,
            start,
            words: builder.words,
        })
    }

    /// The automaton that matches just these texts.
    pub(crate) fn of_texts<'t>(texts: impl Iterator<Item = &'t str>) -> Option<Self> {
        let mut builder = Builder::default();
        let found = builder.push(State::Match)?;
        let end = builder.push(State::End(found))?;
        let mut start = None;
        for text in texts {
            let mut next = end;
            for c in text.chars().rev() {
                next = builder.push(State::Set(vec![(c.into(), c.into())], next))?;
            }
            start = Some(match start {
                None => next,
                Some(other) => builder.push(State::Split(next, other))?,
            });
        }
        let start = builder.push(State::Start(start?))?;
        Some(Self {
            states: builder.states,
            start,
            words: false,
        })
    }
}

#[derive(Default)]
struct Builder {
    states: Vec<State>,
    words: bool,
}

impl Builder {
    fn push(&mut self, state: State) -> Option<u32> {
        if self.states.len() >= STATES {
            return None;
        }
        self.states.push(state);
        u32::try_from(self.states.len() - 1).ok()
    }

    fn add(&mut self, tree: &Hir, next: u32) -> Option<u32> {
        match tree.kind() {
            HirKind::Empty => Some(next),
            HirKind::Literal(literal) => {
                let text = std::str::from_utf8(&literal.0).ok()?;
                let mut chars = text.chars().rev();
                chars.try_fold(next, |next, c| {
                    self.push(State::Set(vec![(c.into(), c.into())], next))
                })
            }
            HirKind::Class(class) => {
                let ranges = match class {
                    Class::Unicode(class) => class
                        .iter()
                        .map(|range| (range.start().into(), range.end().into()))
                        .collect(),
                    Class::Bytes(class) => class
                        .iter()
                        .map(|range| (range.start().into(), range.end().into()))
                        .collect(),
                };
                self.push(State::Set(ranges, next))
            }
            HirKind::Look(Look::Start) => self.push(State::Start(next)),
            HirKind::Look(Look::End) => self.push(State::End(next)),
            HirKind::Look(Look::WordAscii) => {
                self.words = true;
                self.push(State::Boundary(next))
            }
            HirKind::Look(_) => None,
            HirKind::Capture(capture) => self.add(&capture.sub, next),
            HirKind::Concat(parts) => parts
                .iter()
                .rev()
                .try_fold(next, |next, part| self.add(part, next)),
            HirKind::Alternation(parts) => {
                let mut first = None;
                for part in parts.iter().rev() {
                    let start = self.add(part, next)?;
                    first = Some(match first {
                        None => start,
                        Some(other) => self.push(State::Split(start, other))?,
                    });
                }
                Some(first.unwrap_or(next))
            }
            HirKind::Repetition(repetition) => {
                self.repeat(&repetition.sub, repetition.min, repetition.max, next)
            }
        }
    }

    fn repeat(&mut self, body: &Hir, min: u32, max: Option<u32>, next: u32) -> Option<u32> {
        let mut first = match max {
            None => {
                let split = self.push(State::Split(next, next))?;
                let inner = self.add(body, split)?;
                if let Some(state) = self.states.get_mut(split as usize) {
                    *state = State::Split(inner, next);
                }
                split
            }
            Some(max) => {
                let mut first = next;
                for _ in min..max {
                    let inner = self.add(body, first)?;
                    first = self.push(State::Split(inner, next))?;
                }
                first
            }
        };
        for _ in 0..min {
            first = self.add(body, first)?;
        }
        Some(first)
    }
}
