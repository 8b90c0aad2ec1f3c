//! The rules of a schema.

use std::collections::BTreeMap;
use std::sync::Arc;

use hit_runtime::check::{Checker, NodeId, Program};
use hit_runtime::regex::CompiledPattern;
use hit_schema::Diagnostic;

use crate::entries::CompiledEntry;
use crate::kubernetes::RuleSet;
use crate::schema::inputs::Input;
use crate::types::{Type, TypeTable};

/// All rules of a schema and of all it refers to, compiled.
#[derive(Debug)]
pub struct Rules {
    pub(super) types: Arc<TypeTable>,
    pub(super) program: Program,
    /// The rules of each node that has some.
    pub(super) at: BTreeMap<NodeId, Vec<PlacedRule>>,
    /// By node: whether a rule stands there or below.
    pub(super) leads: Vec<bool>,
    /// The patterns of member names, compiled.
    pub(super) patterns: BTreeMap<String, CompiledPattern>,
    pub(super) context: Option<Context>,
    /// By root: the `x-kubernetes-validations` of its schema.
    pub(super) kubernetes: BTreeMap<NodeId, RuleSet>,
    /// What is worth a look.
    pub warnings: Vec<Diagnostic>,
}

/// A rule at its place.
#[derive(Debug)]
pub(super) struct PlacedRule {
    pub(super) entry: CompiledEntry,
    /// The type of `self`.
    pub(super) ty: Type,
    /// Whether values of other types are none of the rule's business.
    pub(super) open: bool,
    /// The type of `oldSelf`.
    pub(super) old: Type,
    /// Where the entry stands: `play.schema.json#/x-rules/0`.
    pub(super) schema: String,
    /// What the rule reads below `self`.
    pub(super) inputs: Vec<Input>,
}

/// What comes from outside.
#[derive(Debug)]
pub(super) struct Context {
    pub(super) ty: Type,
    pub(super) checker: Checker,
    /// The schemas of contexts; a value must match all of them.
    pub(super) roots: Vec<NodeId>,
}

impl Rules {
    /// No rules.
    pub(super) fn none() -> Self {
        Self {
            types: Arc::default(),
            program: Program::default(),
            at: BTreeMap::new(),
            leads: Vec::new(),
            patterns: BTreeMap::new(),
            context: None,
            kubernetes: BTreeMap::new(),
            warnings: Vec::new(),
        }
    }

    /// Whether there is no rule at all.
    pub fn is_empty(&self) -> bool {
        self.at.is_empty() && self.kubernetes.is_empty()
    }

    /// The ids of all entries of `x-rules`, each once, in order.
    pub fn ids(&self) -> Vec<&str> {
        let rules = self.at.values().flatten();
        let mut ids: Vec<&str> = rules.map(|rule| rule.entry.entry.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Whether the schema says what comes from outside.
    pub fn has_context(&self) -> bool {
        self.context.is_some()
    }

    /// The object types that the rules were checked against.
    pub fn types(&self) -> &Arc<TypeTable> {
        &self.types
    }
}
