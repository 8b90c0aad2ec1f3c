//! The rules of a schema.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::check::{Kind, NodeId, Program};
use crate::regex::CompiledPattern;
use crate::rules::document::edges::leads;
use crate::rules::document::input::Input;
use crate::rules::entries::Entry;
use crate::rules::kubernetes::Node;
use crate::rules::types::{Type, TypeTable};

/// All rules of a schema and of all it refers to, ready to run.
#[derive(Debug, Default)]
pub struct Rules {
    /// The object types that the rules speak about.
    pub types: Arc<TypeTable>,
    /// The rules of each node that has some.
    pub at: BTreeMap<NodeId, Vec<PlacedRule>>,
    /// The type of what comes from outside, if a schema says it.
    pub context: Option<Type>,
    /// By root: the `x-kubernetes-validations` of its schema, and their types.
    pub kubernetes: BTreeMap<NodeId, (Node, Arc<TypeTable>)>,
    /// By node: whether a rule stands there or below.
    pub(super) leads: Vec<bool>,
    /// The patterns of member names, compiled.
    pub(super) patterns: BTreeMap<String, CompiledPattern>,
}

/// A rule at its place.
#[derive(Debug)]
pub struct PlacedRule {
    /// The entry.
    pub entry: Entry,
    /// The type of `self`.
    pub ty: Type,
    /// Whether values of other types are none of the rule's business.
    pub open: bool,
    /// The type of `oldSelf`.
    pub old: Type,
    /// Where the entry stands: `play.schema.json#/x-rules/0`.
    pub schema: String,
    /// What the rule reads below `self`.
    pub inputs: Vec<Input>,
}

impl Rules {
    /// No rules yet, about values of these types.
    pub fn about(types: Arc<TypeTable>, context: Option<Type>) -> Self {
        Self {
            types,
            context,
            ..Self::default()
        }
    }

    /// Gives the nodes of the program new numbers. Rules at nodes without one are dropped.
    pub fn renumber(&mut self, new: impl Fn(NodeId) -> Option<NodeId>) {
        let at = std::mem::take(&mut self.at);
        let at = at.into_iter();
        self.at = at
            .filter_map(|(node, rules)| Some((new(node)?, rules)))
            .collect();
        let kubernetes = std::mem::take(&mut self.kubernetes).into_iter();
        self.kubernetes = kubernetes
            .filter_map(|(node, rules)| Some((new(node)?, rules)))
            .collect();
    }

    /// Whether there is no rule at all.
    pub fn is_empty(&self) -> bool {
        self.at.is_empty() && self.kubernetes.is_empty()
    }

    /// Whether a rule stands at a node or below it.
    pub fn leads(&self, node: NodeId) -> bool {
        let leads = self.leads.get(node as usize);
        leads.is_some_and(|leads| *leads)
    }

    /// Gets the rules ready for the program whose nodes they stand at.
    #[must_use]
    pub fn prepared(mut self, program: &Program) -> Self {
        self.leads = leads(program, self.at.keys().copied());
        self.patterns = patterns(program);
        self
    }
}

/// The patterns of member names.
fn patterns(program: &Program) -> BTreeMap<String, CompiledPattern> {
    let checks = program.nodes.iter().flat_map(|node| &node.checks);
    let texts = checks.flat_map(|check| match &check.kind {
        Kind::PatternProperties(matched) => matched.iter().map(|(pattern, _)| &pattern.0).collect(),
        Kind::AdditionalProperties { patterns, .. } => {
            patterns.iter().map(|pattern| &pattern.0).collect()
        }
        _ => Vec::new(),
    });
    // Who made the program has found that they compile.
    texts
        .filter_map(|text| Some((text.clone(), CompiledPattern::new(text).ok()?)))
        .collect()
}
