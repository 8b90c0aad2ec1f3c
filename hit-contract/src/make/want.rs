//! What all checks of a value want together, for one choice of alternatives.

use std::collections::{BTreeMap, BTreeSet};

use hit_runtime::check::{Kind, NodeId, Pattern, Program, TypeSet};
use serde_json::{Number, Value};

/// Which alternative is taken, by node and check; the first where nothing is said.
/// Of `if`, 0 is `then` and 1 is `else`.
pub type Choices = BTreeMap<(NodeId, usize), usize>;

/// What is wanted of a value.
#[derive(Clone, Debug)]
pub struct Want {
    pub types: TypeSet,
    pub literal_integer: bool,
    pub enums: Option<Vec<Value>>,
    pub lower: Option<(Number, bool)>,
    pub upper: Option<(Number, bool)>,
    pub multiple: Option<Number>,
    pub min_length: u64,
    pub max_length: Option<u64>,
    pub patterns: Vec<Pattern>,
    pub format: Option<String>,
    pub min_items: u64,
    pub max_items: Option<u64>,
    pub unique: bool,
    pub prefix: Vec<Vec<NodeId>>,
    pub items: Vec<(usize, NodeId)>,
    pub contains: Vec<(NodeId, u64)>,
    pub min_properties: u64,
    pub required: BTreeSet<String>,
    pub dependent: Vec<(String, Vec<String>)>,
    pub members: Vec<(String, Vec<NodeId>)>,
    pub by_pattern: Vec<(Pattern, NodeId)>,
    pub additional: Vec<(Vec<String>, Vec<Pattern>, NodeId)>,
    /// All nodes that the value has to match.
    pub nodes: Vec<NodeId>,
    /// Alternatives that were met: node, check, how many.
    pub unions: Vec<(NodeId, usize, usize)>,
}

impl Want {
    fn anything() -> Self {
        Self {
            types: TypeSet::ANY,
            literal_integer: false,
            enums: None,
            lower: None,
            upper: None,
            multiple: None,
            min_length: 0,
            max_length: None,
            patterns: Vec::new(),
            format: None,
            min_items: 0,
            max_items: None,
            unique: false,
            prefix: Vec::new(),
            items: Vec::new(),
            contains: Vec::new(),
            min_properties: 0,
            required: BTreeSet::new(),
            dependent: Vec::new(),
            members: Vec::new(),
            by_pattern: Vec::new(),
            additional: Vec::new(),
            nodes: Vec::new(),
            unions: Vec::new(),
        }
    }

    /// What several nodes want of the same value.
    pub fn of(program: &Program, nodes: &[NodeId], choices: &Choices) -> Self {
        let mut want = Self::anything();
        let mut pending: Vec<NodeId> = nodes.to_vec();
        pending.reverse();
        while let Some(id) = pending.pop() {
            if want.nodes.contains(&id) {
                continue;
            }
            want.nodes.push(id);
            let Some(node) = program.nodes.get(id as usize) else {
                continue;
            };
            for (at, check) in node.checks.iter().enumerate() {
                let chosen = choices.get(&(id, at)).copied().unwrap_or(0);
                want.take(&check.kind, (id, at, chosen), &mut pending);
            }
        }
        want
    }

    fn take(&mut self, kind: &Kind, at: (NodeId, usize, usize), pending: &mut Vec<NodeId>) {
        match kind {
            Kind::Ref(node) | Kind::DynamicRef { fallback: node, .. } => pending.push(*node),
            Kind::AllOf(nodes) => pending.extend(nodes.iter().rev()),
            Kind::AnyOf(nodes) | Kind::OneOf(nodes) => {
                self.unions.push((at.0, at.1, nodes.len()));
                pending.extend(nodes.get(at.2).or(nodes.first()));
            }
            Kind::If {
                test,
                then,
                otherwise,
            } => {
                self.unions.push((at.0, at.1, 2));
                match at.2 {
                    0 => pending.extend(then.iter().chain([test])),
                    _ => pending.extend(otherwise),
                }
            }
            Kind::Type(set) => self.narrow(*set),
            Kind::Enum(values) => {
                let kept = |all: &Vec<Value>| {
                    all.iter()
                        .filter(|it| values.contains(it))
                        .cloned()
                        .collect()
                };
                self.enums = Some(match &self.enums {
                    Some(before) => kept(before),
                    None => values.clone(),
                });
            }
            _ => self.take_scalar(kind),
        }
    }

    fn narrow(&mut self, set: TypeSet) {
        self.literal_integer |= set.0 & TypeSet::LITERAL_INTEGER.0 != 0;
        self.types = TypeSet(self.types.0 & set.0 & TypeSet::ANY.0);
    }

    fn take_scalar(&mut self, kind: &Kind) {
        match kind {
            Kind::Minimum(limit) => higher(&mut self.lower, limit, false),
            Kind::ExclusiveMinimum(limit) => higher(&mut self.lower, limit, true),
            Kind::Maximum(limit) => lower(&mut self.upper, limit, false),
            Kind::ExclusiveMaximum(limit) => lower(&mut self.upper, limit, true),
            Kind::MultipleOf(number) => self.multiple = Some(number.clone()),
            Kind::MinLength(length) => self.min_length = self.min_length.max(*length),
            Kind::MaxLength(length) => least(&mut self.max_length, *length),
            Kind::Pattern(pattern) => self.patterns.push(pattern.clone()),
            Kind::Format(format) => self.format = Some(format.0.clone()),
            Kind::MinItems(count) => self.min_items = self.min_items.max(*count),
            Kind::MaxItems(count) => least(&mut self.max_items, *count),
            Kind::UniqueItems => self.unique = true,
            Kind::PrefixItems(nodes) => {
                for (at, node) in nodes.iter().enumerate() {
                    if self.prefix.len() <= at {
                        self.prefix.push(Vec::new());
                    }
                    if let Some(slot) = self.prefix.get_mut(at) {
                        slot.push(*node);
                    }
                }
            }
            Kind::Items { from, node } => self.items.push((*from, *node)),
            Kind::Contains { node, min, .. } => self.contains.push((*node, *min)),
            _ => self.take_members(kind),
        }
    }

    fn take_members(&mut self, kind: &Kind) {
        match kind {
            Kind::MinProperties(count) => self.min_properties = self.min_properties.max(*count),
            Kind::Required(names) => self.required.extend(names.iter().cloned()),
            Kind::DependentRequired(entries) => self.dependent.extend(entries.iter().cloned()),
            Kind::Properties(named) => {
                for (name, node) in named {
                    match self.members.iter_mut().find(|(known, _)| known == name) {
                        Some((_, nodes)) => nodes.push(*node),
                        None => self.members.push((name.clone(), vec![*node])),
                    }
                }
            }
            Kind::PatternProperties(matched) => self.by_pattern.extend(matched.iter().cloned()),
            Kind::AdditionalProperties {
                names,
                patterns,
                node,
            } => self
                .additional
                .push((names.clone(), patterns.clone(), *node)),
            _ => {}
        }
    }
}

fn least(limit: &mut Option<u64>, other: u64) {
    *limit = Some(limit.map_or(other, |limit| limit.min(other)));
}

fn higher(slot: &mut Option<(Number, bool)>, limit: &Number, exclusive: bool) {
    let replace = slot
        .as_ref()
        .is_none_or(|(known, _)| hit_runtime::number::cmp_numbers(limit, known).is_ge());
    if replace {
        *slot = Some((limit.clone(), exclusive));
    }
}

fn lower(slot: &mut Option<(Number, bool)>, limit: &Number, exclusive: bool) {
    let replace = slot
        .as_ref()
        .is_none_or(|(known, _)| hit_runtime::number::cmp_numbers(limit, known).is_le());
    if replace {
        *slot = Some((limit.clone(), exclusive));
    }
}
