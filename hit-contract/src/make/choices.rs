//! `anyOf`, `oneOf` and `not`, violated alone. One change seldom does it: what is refused has to be refused
//! by all alternatives, or accepted by two, while nothing else is wrong.

use hit_runtime::Pointer;
use hit_runtime::check::{Kind, NodeId};
use serde_json::Value;

use super::bases::Base;
use super::build::{Builder, Plan};
use super::candidates::below;
use super::edges::Candidate;
use super::keep::keep;
use super::sink::Sink;
use super::source::Source;
use crate::text::{Edit, Text};

/// Alternatives of one choice that are looked at.
const ARMS: usize = 16;
/// Changes that are made to leave one alternative alone.
const STEPS: usize = 12;

/// A value of a valid document that a choice is made about.
pub struct Choosing<'c> {
    /// The document.
    pub base: &'c Base,
    /// The value.
    pub at: &'c Pointer,
    /// All that it has to match besides.
    pub nodes: &'c [NodeId],
    /// The choice.
    pub kind: &'c Kind,
}

impl Choosing<'_> {
    /// Makes what violates the choice, and what nearly does. `is_new` says whether an
    /// alternative has not been left alone before, at this place.
    pub fn make(
        &self,
        source: &Source<'_>,
        builder: &mut Builder<'_>,
        mut is_new: impl FnMut(usize) -> bool,
        sink: &mut Sink,
    ) {
        match self.kind {
            Kind::AnyOf(arms) => self.alone(source, arms, builder, &mut is_new, sink),
            Kind::OneOf(arms) => {
                self.alone(source, arms, builder, &mut is_new, sink);
                if is_new(arms.len()) {
                    let several = self.several(source, arms, builder);
                    keep(source, self.base, several, &mut builder.rng, sink);
                }
            }
            Kind::Not(node) if is_new(0) => {
                let refused = self.matching(source, &[*node], "not: what it refuses", builder);
                keep(source, self.base, refused, &mut builder.rng, sink);
            }
            _ => {}
        }
    }

    /// For each alternative that accepts the value: a document that no other accepts, and all changes of it.
    fn alone(
        &self,
        source: &Source<'_>,
        arms: &[NodeId],
        builder: &mut Builder<'_>,
        is_new: &mut dyn FnMut(usize) -> bool,
        sink: &mut Sink,
    ) {
        let accepting = accepting(source, &self.base.text, self.at, arms);
        for index in accepting.into_iter().take(ARMS) {
            let Some(base) = self.isolated(source, arms, index, builder) else {
                continue;
            };
            if let (true, Some(arm)) = (is_new(index), arms.get(index)) {
                let tried = below(source, &base.text, self.at, *arm, builder);
                let tried = tried.into_iter().map(|candidate| Candidate {
                    recipe: format!("{}, the only alternative left", candidate.recipe),
                    ..candidate
                });
                keep(source, &base, tried.collect(), &mut builder.rng, sink);
            }
        }
    }

    /// The document, changed until this alternative is the only one that accepts the value.
    fn isolated(
        &self,
        source: &Source<'_>,
        arms: &[NodeId],
        index: usize,
        builder: &mut Builder<'_>,
    ) -> Option<Base> {
        let mut text = self.base.text.clone();
        for _ in 0..STEPS {
            let now = accepting(source, &text, self.at, arms);
            let other = now.iter().find(|other| **other != index);
            let Some(other) = other.and_then(|other| arms.get(*other)) else {
                let recipe = self.base.recipe.clone();
                return Some(Base { text, recipe });
            };
            let tried = below(source, &text, self.at, *other, builder);
            text = tried.into_iter().find_map(|candidate| {
                let changed = Text::read(text.edited_all(&candidate.edits)?)?;
                let left = accepting(source, &changed, self.at, arms);
                let closer = left.len() < now.len() && left.contains(&index);
                (closer && source.faults(&changed.text) == Some(0)).then_some(changed)
            })?;
        }
        None
    }

    /// Values that two alternatives accept.
    fn several(
        &self,
        source: &Source<'_>,
        arms: &[NodeId],
        builder: &mut Builder<'_>,
    ) -> Vec<Candidate> {
        let accepting = accepting(source, &self.base.text, self.at, arms);
        let own = accepting.first().and_then(|index| arms.get(*index));
        let Some(own) = own else { return Vec::new() };
        let others = arms.iter().filter(|arm| *arm != own).take(ARMS);
        let found = others.flat_map(|other| {
            self.matching(source, &[*own, *other], "oneOf: two alternatives", builder)
        });
        found.collect()
    }

    /// The value, or what stands in its place, made to match more.
    fn matching(
        &self,
        source: &Source<'_>,
        more: &[NodeId],
        recipe: &str,
        builder: &mut Builder<'_>,
    ) -> Vec<Candidate> {
        let nodes: Vec<NodeId> = self.nodes.iter().chain(more).copied().collect();
        let document = self.base.text.tree.to_value();
        let mut out = Vec::new();
        for full in [false, true] {
            let plan = Plan {
                full,
                choices: builder.plan.choices.clone(),
            };
            let before = std::mem::replace(&mut builder.plan, plan);
            let built = builder.value(&nodes);
            builder.plan = before;
            let present = document.pointer(self.at.as_str());
            let merged = present.map(|present| merged(present, &built));
            for value in merged.into_iter().chain([built]) {
                let raw = value.to_string();
                let at = self.at.clone();
                out.push(Candidate::new(Edit::Replace { at, raw }, recipe));
            }
        }
        let own = source.schema.own();
        let matches = |candidate: &Candidate| {
            let text = self.base.text.edited_all(&candidate.edits);
            let value = text.and_then(Text::read).map(|text| text.tree.to_value());
            let value = value.as_ref().and_then(|it| it.pointer(self.at.as_str()));
            value.is_some_and(|it| more.iter().all(|node| own.checker().is_valid(*node, it)))
        };
        out.retain(matches);
        out
    }
}

/// What is there, with the members that it lacks.
fn merged(present: &Value, built: &Value) -> Value {
    let mut merged = present.clone();
    if let (Value::Object(members), Value::Object(more)) = (&mut merged, built) {
        for (name, value) in more {
            members.entry(name.clone()).or_insert_with(|| value.clone());
        }
    }
    merged
}

/// The alternatives that accept a value.
fn accepting(source: &Source<'_>, text: &Text, at: &Pointer, arms: &[NodeId]) -> Vec<usize> {
    let value = text.tree.pointer(at).map(hit_runtime::json::Node::to_value);
    let Some(value) = value else {
        return Vec::new();
    };
    let checker = source.schema.own().checker();
    let accepted = arms.iter().enumerate();
    let accepted = accepted.filter(|(_, arm)| checker.is_valid(**arm, &value));
    accepted.map(|(index, _)| index).collect()
}
