//! Documents that a schema wants, most likely. The judges have the last word.

use std::collections::BTreeSet;

use hit_runtime::check::{Checker, NodeId, Program, TypeSet};
use hit_runtime::regex::CompiledPattern;
use serde_json::{Map, Value};

use super::numbers;
use super::pattern::examples;
use super::strings;
use super::want::{Choices, Want};

/// How deep optional members go.
const OPTIONAL_DEPTH: usize = 6;
/// How deep they go in a document that has so many values already: a schema that refers to itself
/// would grow without end.
const SHALLOW: [(usize, usize); 2] = [(300, 1), (60, 3)];
/// How deep anything goes.
const DEPTH: usize = 40;
/// Items of a list that may have any number.
const ITEMS: u64 = 2;
/// Items that are made at all.
const MOST_ITEMS: u64 = 20_000;

/// How a document is built.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Which alternatives are taken.
    pub choices: Choices,
    /// Whether optional members are there.
    pub full: bool,
}

/// Builds values of nodes.
pub struct Builder<'s> {
    pub program: &'s Program,
    pub checker: &'s Checker,
    pub plan: Plan,
    pub rng: fastrand::Rng,
    /// Alternatives that were met.
    pub unions: BTreeSet<(NodeId, usize, usize)>,
    depth: usize,
    /// Values of the document that is being built.
    made: usize,
}

impl<'s> Builder<'s> {
    /// A builder for one plan.
    pub fn new(schema: &'s hit_diff::Schema, plan: Plan, seed: u64) -> Self {
        Self {
            program: &schema.compiled().program,
            checker: schema.checker(),
            plan,
            rng: fastrand::Rng::with_seed(seed),
            unions: BTreeSet::new(),
            depth: 0,
            made: 0,
        }
    }

    /// A value that several nodes want.
    pub fn value(&mut self, nodes: &[NodeId]) -> Value {
        if self.depth >= DEPTH {
            return Value::Null;
        }
        self.made = if self.depth == 0 { 1 } else { self.made + 1 };
        self.depth += 1;
        let want = Want::of(self.program, nodes, &self.plan.choices);
        self.unions.extend(want.unions.iter().copied());
        let value = self.wanted(&want);
        self.depth -= 1;
        value
    }

    /// Whether what is optional is added.
    fn is_full(&self) -> bool {
        let large = SHALLOW.iter().find(|(values, _)| self.made >= *values);
        let deepest = large.map_or(OPTIONAL_DEPTH, |(_, deepest)| *deepest);
        self.plan.full && self.depth <= deepest
    }

    fn wanted(&mut self, want: &Want) -> Value {
        if let Some(values) = &want.enums {
            let accepted = |value: &&Value| {
                let mut nodes = want.nodes.iter();
                nodes.all(|node| self.checker.is_valid(*node, value))
            };
            let found = values.iter().find(accepted).or(values.first());
            return found.cloned().unwrap_or(Value::Null);
        }
        match kind(want) {
            TypeSet::OBJECT => self.object(want),
            TypeSet::ARRAY => self.array(want),
            TypeSet::STRING => Value::from(strings::text(want, &mut self.rng)),
            TypeSet::INTEGER => numbers::integer(want, &mut self.rng),
            TypeSet::NUMBER => numbers::number(want, &mut self.rng),
            TypeSet::BOOLEAN => Value::from(true),
            _ => Value::Null,
        }
    }

    fn object(&mut self, want: &Want) -> Value {
        let mut names: Vec<String> = want.members.iter().map(|(name, _)| name.clone()).collect();
        let unnamed = want
            .required
            .iter()
            .filter(|name| !names.contains(name))
            .cloned();
        names.extend(unnamed.collect::<Vec<_>>());
        let optional = self.is_full();
        let mut members = Map::new();
        for name in names {
            let nodes = self.of_member(want, &name);
            let is_never = nodes.iter().any(|node| never(self.program, *node));
            if want.required.contains(&name) || optional && !is_never {
                members.insert(name, self.value(&nodes));
            }
        }
        self.more_members(want, &mut members);
        for (name, needed) in &want.dependent {
            if members.contains_key(name) {
                for name in needed {
                    if !members.contains_key(name) {
                        let nodes = self.of_member(want, name);
                        members.insert(name.clone(), self.value(&nodes));
                    }
                }
            }
        }
        Value::Object(members)
    }

    /// Members whose names the schema does not say.
    fn more_members(&mut self, want: &Want, members: &mut Map<String, Value>) {
        if self.is_full() {
            for (pattern, _) in want.by_pattern.clone() {
                let known = |text: &String| !members.contains_key(text);
                let name = examples(&pattern.0, &mut self.rng).into_iter().find(known);
                if let Some(name) = name {
                    let nodes = self.of_member(want, &name);
                    members.insert(name, self.value(&nodes));
                }
            }
        }
        let mut index = 0;
        let optional = self.plan.full && !want.additional.is_empty() && want.members.is_empty();
        let least = want
            .min_properties
            .max(u64::from(optional) * 2)
            .min(MOST_ITEMS);
        while (members.len() as u64) < least && index < 2 * MOST_ITEMS {
            let name = format!("key{index}");
            index += 1;
            let nodes = self.of_member(want, &name);
            if nodes.iter().any(|node| never(self.program, *node)) {
                break;
            }
            members.insert(name, self.value(&nodes));
        }
    }

    /// The nodes that a member has to match.
    pub fn of_member(&self, want: &Want, name: &str) -> Vec<NodeId> {
        let matches = |pattern: &str| {
            let compiled = CompiledPattern::new(pattern);
            compiled.is_ok_and(|compiled| compiled.is_match(name))
        };
        let named = want.members.iter().find(|(known, _)| known == name);
        let mut nodes: Vec<NodeId> = named.map(|(_, nodes)| nodes.clone()).unwrap_or_default();
        let matched = want
            .by_pattern
            .iter()
            .filter(|(pattern, _)| matches(&pattern.0));
        nodes.extend(matched.map(|(_, node)| *node));
        for (names, patterns, node) in &want.additional {
            let known = names.iter().any(|known| known == name)
                || patterns.iter().any(|pattern| matches(&pattern.0));
            if !known {
                nodes.push(*node);
            }
        }
        nodes
    }

    fn array(&mut self, want: &Want) -> Value {
        let most = want.max_items.unwrap_or(u64::MAX);
        let optional = match self.is_full() {
            true => (want.prefix.len() as u64).max(ITEMS),
            false => 0,
        };
        let mut needed: Vec<NodeId> = Vec::new();
        for (node, min) in &want.contains {
            needed.extend(std::iter::repeat_n(
                *node,
                usize::try_from(*min).unwrap_or(0).min(64),
            ));
        }
        let count = want.min_items.max(optional).max(needed.len() as u64);
        let count = count.min(most).min(MOST_ITEMS);
        let mut items: Vec<Value> = Vec::new();
        for index in 0..usize::try_from(count).unwrap_or(0) {
            let mut nodes = of_item(want, index);
            if nodes.iter().any(|node| never(self.program, *node)) {
                break;
            }
            nodes.extend(needed.get(index));
            items.push(self.item(&nodes, &items, want.unique));
        }
        Value::Array(items)
    }

    /// An item, unlike those before where that is wanted.
    fn item(&mut self, nodes: &[NodeId], before: &[Value], unique: bool) -> Value {
        let mut item = self.value(nodes);
        for attempt in 0..8 {
            if !unique || !before.contains(&item) {
                break;
            }
            let want = Want::of(self.program, nodes, &self.plan.choices);
            let other = want.enums.iter().flatten().find(|it| !before.contains(it));
            item = match other {
                Some(other) => other.clone(),
                None => numbers::moved(&self.value(nodes), before.len() + attempt),
            };
        }
        item
    }
}

/// The nodes that an item has to match.
pub fn of_item(want: &Want, index: usize) -> Vec<NodeId> {
    let mut nodes = want.prefix.get(index).cloned().unwrap_or_default();
    let rest = want.items.iter().filter(|(from, _)| index >= *from);
    nodes.extend(rest.map(|(_, node)| *node));
    nodes
}

/// Whether a node is `false`.
pub fn never(program: &Program, node: NodeId) -> bool {
    let node = program.nodes.get(node as usize);
    let kind = node
        .and_then(|node| node.checks.first())
        .map(|check| &check.kind);
    kind == Some(&hit_runtime::check::Kind::Never)
}

/// The type to build: what the checks are about, where several are allowed.
fn kind(want: &Want) -> TypeSet {
    let about_object = !want.members.is_empty()
        || !want.required.is_empty()
        || !want.additional.is_empty()
        || !want.by_pattern.is_empty()
        || want.min_properties > 0;
    let about_array = !want.items.is_empty()
        || !want.prefix.is_empty()
        || !want.contains.is_empty()
        || want.min_items > 0
        || want.max_items.is_some();
    let about_text = !want.patterns.is_empty()
        || want.format.is_some()
        || want.min_length > 0
        || want.max_length.is_some();
    let about_number = want.lower.is_some() || want.upper.is_some() || want.multiple.is_some();
    let wishes = [
        (about_object, TypeSet::OBJECT),
        (about_array, TypeSet::ARRAY),
        (about_text, TypeSet::STRING),
        (about_number, TypeSet::NUMBER),
        (about_number, TypeSet::INTEGER),
        (true, TypeSet::STRING),
        (true, TypeSet::OBJECT),
        (true, TypeSet::ARRAY),
        (true, TypeSet::NUMBER),
        (true, TypeSet::INTEGER),
        (true, TypeSet::BOOLEAN),
    ];
    let found = wishes
        .iter()
        .find(|(wished, kind)| *wished && want.types.contains(*kind));
    found.map_or(TypeSet::NULL, |(_, kind)| *kind)
}
