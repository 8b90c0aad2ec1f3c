//! Conditions applied to a value.

use hit_runtime::content::{decoder, media_check};
use hit_runtime::format;
use hit_runtime::number::{first_duplicate, is_multiple_of};
use hit_runtime::regex::CompiledPattern;
use serde_json::{Map, Number, Value};
use std::collections::HashMap;

use super::data::{AtomId, Graph, StateId};
use super::exact::Exact;
use super::head::{Head, Literal};
use super::kinds::kind_of;

/// Values nest no deeper than this here.
const DEPTH: usize = 256;

/// Patterns that were compiled.
#[derive(Debug, Default)]
pub(crate) struct Patterns {
    compiled: HashMap<String, Option<CompiledPattern>>,
}

impl Patterns {
    /// Whether a pattern matches; `None` where that cannot be told.
    pub(crate) fn matches(&mut self, pattern: &str, text: &str) -> Option<bool> {
        if !self.compiled.contains_key(pattern) {
            let compiled = CompiledPattern::new(pattern).ok();
            self.compiled.insert(pattern.to_owned(), compiled);
        }
        let compiled = self.compiled.get(pattern)?.as_ref()?;
        compiled.try_match(text).ok()
    }
}

/// Applies the conditions of a graph.
pub(crate) struct Eval<'g> {
    pub(crate) graph: &'g Graph,
    pub(crate) patterns: &'g mut Patterns,
}

impl Eval<'_> {
    /// Whether a state accepts a value; `None` where that is not known.
    pub(crate) fn state(&mut self, state: StateId, value: &Value) -> Option<bool> {
        self.state_at(state, value, 0)
    }

    /// Whether an atom accepts a value.
    pub(crate) fn atom(&mut self, atom: AtomId, value: &Value) -> Option<bool> {
        self.atom_at(atom, value, 0)
    }

    fn state_at(&mut self, state: StateId, value: &Value, depth: usize) -> Option<bool> {
        if depth > DEPTH {
            return None;
        }
        let graph = self.graph;
        let mask = graph.mask(state);
        let kind = kind_of(value);
        if !mask.may.has(kind) {
            return Some(false);
        }
        if mask.must.has(kind) {
            return Some(true);
        }
        let atoms = graph.state(state).iter();
        all(atoms.map(|atom| self.atom_at(*atom, value, depth)))
    }

    fn atom_at(&mut self, id: AtomId, value: &Value, depth: usize) -> Option<bool> {
        let graph = self.graph;
        let atom = graph.atom(id);
        if !atom.head.concerns().has(kind_of(value)) {
            return Some(true);
        }
        let children = &atom.children;
        let depth = depth + 1;
        match &atom.head {
            Head::Kinds(kinds) => Some(kinds.has(kind_of(value))),
            Head::Values(values) => {
                let wanted = Literal::new(value.clone());
                Some(values.contains(&wanted))
            }
            Head::Opaque(_) | Head::Rule(_) => None,
            Head::Any => any(children
                .iter()
                .map(|child| self.state_at(*child, value, depth))),
            Head::One => {
                let results: Option<Vec<bool>> = children
                    .iter()
                    .map(|child| self.state_at(*child, value, depth))
                    .collect();
                Some(results?.into_iter().filter(|accepted| *accepted).count() == 1)
            }
            Head::Not => Some(!self.state_at(*children.first()?, value, depth)?),
            Head::If => {
                let test = self.state_at(*children.first()?, value, depth)?;
                self.state_at(*children.get(if test { 1 } else { 2 })?, value, depth)
            }
            head => match value {
                Value::Number(number) => Some(number_holds(head, number)),
                Value::String(text) => self.string(head, text),
                Value::Array(items) => self.array(head, children, items, depth),
                Value::Object(members) => self.object(head, children, members, depth),
                Value::Null | Value::Bool(_) => Some(true),
            },
        }
    }

    fn string(&mut self, head: &Head, text: &str) -> Option<bool> {
        let length = text.chars().count() as u64;
        Some(match head {
            Head::MinLength(min) => length >= *min,
            Head::MaxLength(max) => length <= *max,
            Head::Pattern(pattern) => return self.patterns.matches(pattern, text),
            Head::Format(name) => format::lookup(name)?(text),
            Head::Encoding(encoding) => decoder(encoding)?(text).is_some(),
            Head::Media(encoding, media) => {
                let bytes = match encoding {
                    Some(encoding) => decoder(encoding)?(text),
                    None => Some(text.as_bytes().to_vec()),
                };
                let holds = media_check(media)?;
                bytes.is_some_and(|bytes| holds(&bytes))
            }
            _ => true,
        })
    }

    fn array(
        &mut self,
        head: &Head,
        children: &[StateId],
        items: &[Value],
        depth: usize,
    ) -> Option<bool> {
        let length = items.len() as u64;
        let child = children.first().copied();
        Some(match head {
            Head::MinItems(min) => length >= *min,
            Head::MaxItems(max) => length <= *max,
            Head::Unique => first_duplicate(items).is_none(),
            Head::ItemAt(at) => match items.get(*at) {
                Some(item) => return self.state_at(child?, item, depth),
                None => true,
            },
            Head::ItemsFrom(from) => {
                let child = child?;
                let items = items.iter().skip(*from);
                return all(items.map(|item| self.state_at(child, item, depth)));
            }
            Head::Contains(min, max) => {
                let child = child?;
                let mut count = 0;
                for item in items {
                    count += u64::from(self.state_at(child, item, depth)?);
                }
                count >= *min && max.is_none_or(|max| count <= max)
            }
            _ => true,
        })
    }

    fn object(
        &mut self,
        head: &Head,
        children: &[StateId],
        members: &Map<String, Value>,
        depth: usize,
    ) -> Option<bool> {
        let count = members.len() as u64;
        let child = children.first().copied();
        Some(match head {
            Head::MinMembers(min) => count >= *min,
            Head::MaxMembers(max) => count <= *max,
            Head::Has(name) => members.contains_key(name),
            Head::Member(name) => match members.get(name) {
                Some(member) => return self.state_at(child?, member, depth),
                None => true,
            },
            Head::Matching(pattern) => {
                let child = child?;
                return all(members.iter().map(|(name, member)| {
                    match self.patterns.matches(pattern, name)? {
                        true => self.state_at(child, member, depth),
                        false => Some(true),
                    }
                }));
            }
            Head::Rest(names, patterns) => {
                let child = child?;
                return all(members.iter().map(|(name, member)| {
                    match self.is_rest(names, patterns, name)? {
                        true => self.state_at(child, member, depth),
                        false => Some(true),
                    }
                }));
            }
            Head::Names => {
                let child = child?;
                return all(members
                    .keys()
                    .map(|name| self.state_at(child, &Value::String(name.clone()), depth)));
            }
            _ => true,
        })
    }

    /// Whether a name is neither listed nor matched.
    pub(crate) fn is_rest(
        &mut self,
        names: &[String],
        patterns: &[String],
        name: &str,
    ) -> Option<bool> {
        if names
            .binary_search_by(|known| known.as_str().cmp(name))
            .is_ok()
        {
            return Some(false);
        }
        let mut patterns = patterns.iter();
        any(patterns
            .by_ref()
            .map(|pattern| self.patterns.matches(pattern, name)))
        .map(|known| !known)
    }
}

fn number_holds(head: &Head, number: &Number) -> bool {
    let value = Exact::of(number);
    match head {
        Head::Bound {
            lower,
            limit,
            exclusive,
        } => match value.cmp(limit) {
            std::cmp::Ordering::Equal => !exclusive,
            order => order.is_gt() == *lower,
        },
        Head::Multiple(divisor) => divisor
            .to_json(false)
            .is_some_and(|divisor| is_multiple_of(number, &divisor)),
        _ => true,
    }
}

fn all(results: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut outcome = Some(true);
    for result in results {
        match result {
            Some(false) => return Some(false),
            None => outcome = None,
            Some(true) => {}
        }
    }
    outcome
}

fn any(results: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut outcome = Some(false);
    for result in results {
        match result {
            Some(true) => return Some(true),
            None => outcome = None,
            Some(false) => {}
        }
    }
    outcome
}
