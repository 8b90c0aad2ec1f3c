//! Conditions whose answer is known before a document is read.

use std::collections::{BTreeMap, BTreeSet};

use hit_runtime::check::{Checker, Kind, NodeId, Program, TypeSet};
use hit_schema::shape::{Key, Shape, Shaper};
use serde_json::Value;

use super::kinds;

/// How deep conditions within conditions are looked into.
const DEPTH: usize = 8;

/// What is known of a value.
pub(super) struct Facts {
    kinds: TypeSet,
    required: BTreeSet<String>,
    /// Members of one known value.
    known: BTreeMap<String, Value>,
}

impl Facts {
    /// What a shape says, for values of these JSON types.
    pub fn of(shaper: &Shaper<'_>, shape: &Shape, mask: TypeSet) -> Self {
        let required = shape.objects.members.iter().filter(|it| it.required);
        let only = |name: &str, key: &Key| match shaper.shape(key).values.as_deref() {
            Some([value]) => Some((name.to_owned(), value.clone())),
            _ => None,
        };
        Self {
            kinds: kinds::within(shape.kinds, mask),
            known: required
                .clone()
                .filter_map(|it| only(&it.name, &it.key))
                .collect(),
            required: required.map(|it| it.name.clone()).collect(),
        }
    }

    /// The same where a member has this value.
    pub fn with(&self, name: &str, value: Value) -> Self {
        let mut known = self.known.clone();
        known.insert(name.to_owned(), value);
        Self {
            kinds: self.kinds,
            required: self.required.clone(),
            known,
        }
    }
}

/// Whether a subschema accepts all values of which the facts hold
/// (`Some(true)`), none of them (`Some(false)`), or it depends.
pub(super) fn decide(
    program: &Program,
    checker: &Checker,
    node: NodeId,
    facts: &Facts,
) -> Option<bool> {
    Decider {
        program,
        checker,
        facts,
    }
    .node(node, DEPTH)
}

struct Decider<'d> {
    program: &'d Program,
    checker: &'d Checker,
    facts: &'d Facts,
}

impl Decider<'_> {
    fn node(&self, node: NodeId, depth: usize) -> Option<bool> {
        let depth = depth.checked_sub(1)?;
        let checks = &self.program.nodes.get(node as usize)?.checks;
        all(checks.iter().map(|check| self.check(&check.kind, depth)))
    }

    fn check(&self, kind: &Kind, depth: usize) -> Option<bool> {
        let nodes = |nodes: &[NodeId]| -> Vec<Option<bool>> {
            nodes.iter().map(|node| self.node(*node, depth)).collect()
        };
        match kind {
            Kind::Never => Some(false),
            Kind::Type(kinds) => self.kinds(*kinds),
            Kind::Properties(named) => self.objects(|| {
                let mut answers = named.iter().map(|(name, node)| self.member(name, *node));
                all(&mut answers)
            }),
            Kind::Required(names) => self.objects(|| {
                let required = |name: &String| self.facts.required.contains(name);
                names.iter().all(required).then_some(true)
            }),
            Kind::Ref(node) => self.node(*node, depth),
            Kind::AllOf(list) => all(nodes(list).into_iter()),
            Kind::AnyOf(list) => any(nodes(list).into_iter()),
            Kind::Not(node) => self.node(*node, depth).map(|accepts| !accepts),
            _ => None,
        }
    }

    fn kinds(&self, wanted: TypeSet) -> Option<bool> {
        let common = kinds::within(self.facts.kinds, wanted);
        let literal = wanted.contains(TypeSet::LITERAL_INTEGER)
            && kinds::has(self.facts.kinds, TypeSet::NUMBER);
        if kinds::is_none(common) {
            Some(false)
        } else if wanted.contains(TypeSet(self.facts.kinds.0 & TypeSet::ANY.0)) && !literal {
            Some(true)
        } else {
            None
        }
    }

    /// The answer of a demand on objects.
    fn objects(&self, answer: impl FnOnce() -> Option<bool>) -> Option<bool> {
        let others = kinds::without(self.facts.kinds, TypeSet::OBJECT);
        if !kinds::has(self.facts.kinds, TypeSet::OBJECT) {
            return Some(true);
        }
        let answer = answer();
        if kinds::is_none(others) {
            answer
        } else {
            answer.filter(|accepts| *accepts)
        }
    }

    fn member(&self, name: &str, node: NodeId) -> Option<bool> {
        let trivial = |node: NodeId| {
            let node = self.program.nodes.get(node as usize);
            node.is_some_and(|node| node.checks.is_empty())
        };
        match self.facts.known.get(name) {
            Some(value) => Some(self.checker.is_valid(node, value)),
            None => trivial(node).then_some(true),
        }
    }
}

fn all(mut answers: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut sure = true;
    match answers.find(|answer| match answer {
        Some(false) => true,
        Some(true) => false,
        None => {
            sure = false;
            false
        }
    }) {
        Some(_) => Some(false),
        None => sure.then_some(true),
    }
}

fn any(answers: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    all(answers.map(|answer| answer.map(|accepts| !accepts))).map(|none| !none)
}
