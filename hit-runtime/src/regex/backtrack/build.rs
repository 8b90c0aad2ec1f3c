//! A tree as steps.

use crate::regex::charset::{CharSet, Place};
use crate::regex::error::PatternError;
use crate::regex::syntax::{Ast, Syntax};

use super::step::{Step, Steps};

/// Steps of one pattern, at most: counted repetitions multiply.
const MAX_STEPS: usize = 50_000;

/// Turns a tree into steps.
pub(in crate::regex) fn build(syntax: &Syntax) -> Result<Steps, PatternError> {
    let mut builder = Builder {
        steps: Vec::new(),
        sets: Vec::new(),
        registers: 0,
    };
    builder.add(&syntax.root, false)?;
    builder.push(Step::Match)?;
    let Builder {
        steps,
        sets,
        registers,
    } = builder;
    Ok(Steps {
        steps,
        sets,
        groups: syntax.groups,
        registers,
    })
}

struct Builder {
    steps: Vec<Step>,
    sets: Vec<CharSet>,
    registers: usize,
}

impl Builder {
    fn push(&mut self, step: Step) -> Result<usize, PatternError> {
        if self.steps.len() >= MAX_STEPS {
            return Err(PatternError::new(0, "the pattern is too large"));
        }
        self.steps.push(step);
        Ok(self.steps.len() - 1)
    }

    fn set_step(&mut self, at: usize, step: Step) {
        if let Some(slot) = self.steps.get_mut(at) {
            *slot = step;
        }
    }

    fn add(&mut self, ast: &Ast, backward: bool) -> Result<(), PatternError> {
        match ast {
            Ast::Empty => return Ok(()),
            Ast::Set(set) => {
                self.sets.push(CharSet::new(set)?);
                self.push(Step::Set {
                    set: self.sets.len() - 1,
                    backward,
                })?;
            }
            Ast::Start { multiline } => {
                self.push(Step::Place(Place::Start {
                    multiline: *multiline,
                }))?;
            }
            Ast::End { multiline } => {
                self.push(Step::Place(Place::End {
                    multiline: *multiline,
                }))?;
            }
            Ast::Boundary { negated } => {
                self.push(Step::Place(Place::Boundary { negated: *negated }))?;
            }
            Ast::Group(index, inner) => {
                let (first, last) = (index * 2 - 2, index * 2 - 1);
                self.push(Step::Save(if backward { last } else { first }))?;
                self.add(inner, backward)?;
                self.push(Step::Save(if backward { first } else { last }))?;
            }
            Ast::BackReference { group, ignore_case } => {
                let (group, ignore_case) = (*group, *ignore_case);
                self.push(Step::BackReference {
                    group,
                    ignore_case,
                    backward,
                })?;
            }
            Ast::Look {
                behind,
                negated,
                inner,
            } => {
                let look = self.push(Step::Match)?;
                self.add(inner, *behind)?;
                let end = self.push(Step::Match)?;
                self.set_step(
                    look,
                    Step::Look {
                        negated: *negated,
                        after: end + 1,
                    },
                );
            }
            Ast::Repeat {
                inner,
                min,
                max,
                greedy,
            } => {
                self.repeat(inner, (*min, *max), *greedy, backward)?;
            }
            Ast::Concat(parts) if backward => {
                parts
                    .iter()
                    .rev()
                    .try_for_each(|part| self.add(part, backward))?;
            }
            Ast::Concat(parts) => parts.iter().try_for_each(|part| self.add(part, backward))?,
            Ast::Alternate(parts) => self.alternate(parts, backward)?,
        }
        Ok(())
    }

    fn alternate(&mut self, parts: &[Ast], backward: bool) -> Result<(), PatternError> {
        let mut ends = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            if index + 1 == parts.len() {
                self.add(part, backward)?;
                break;
            }
            let split = self.push(Step::Match)?;
            self.add(part, backward)?;
            ends.push(self.push(Step::Match)?);
            self.set_step(split, Step::Split(split + 1, self.steps.len()));
        }
        let after = self.steps.len();
        ends.into_iter()
            .for_each(|end| self.set_step(end, Step::Jump(after)));
        Ok(())
    }

    fn repeat(
        &mut self,
        inner: &Ast,
        (min, max): (u32, Option<u32>),
        greedy: bool,
        backward: bool,
    ) -> Result<(), PatternError> {
        let groups = group_range(inner);
        for _ in 0..min {
            let before = self.steps.len();
            self.clear(groups)?;
            self.add(inner, backward)?;
            if self.steps.len() == before {
                return Ok(()); // an empty body
            }
        }
        let mut splits = Vec::new();
        for _ in min..max.unwrap_or(min.saturating_add(1)) {
            let split = self.push(Step::Match)?;
            let register = self.registers;
            self.registers += 1;
            self.push(Step::Mark(register))?;
            self.clear(groups)?;
            self.add(inner, backward)?;
            self.push(Step::Progress(register))?;
            if max.is_none() {
                self.push(Step::Jump(split))?;
            }
            splits.push(split);
        }
        let after = self.steps.len();
        for split in splits {
            let (first, second) = if greedy {
                (split + 1, after)
            } else {
                (after, split + 1)
            };
            self.set_step(split, Step::Split(first, second));
        }
        Ok(())
    }

    /// Each round begins with its groups empty (ECMA-262, `RepeatMatcher`).
    fn clear(&mut self, groups: Option<(usize, usize)>) -> Result<(), PatternError> {
        if let Some((first, last)) = groups {
            self.push(Step::Clear(first, last + 1))?;
        }
        Ok(())
    }
}

/// The first and last group inside a tree.
fn group_range(ast: &Ast) -> Option<(usize, usize)> {
    let join = |a: Option<(usize, usize)>, b: Option<(usize, usize)>| match (a, b) {
        (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
        (a, b) => a.or(b),
    };
    match ast {
        Ast::Group(index, inner) => join(Some((*index, *index)), group_range(inner)),
        Ast::Look { inner, .. } | Ast::Repeat { inner, .. } => group_range(inner),
        Ast::Concat(parts) | Ast::Alternate(parts) => {
            parts.iter().map(group_range).fold(None, join)
        }
        _ => None,
    }
}
