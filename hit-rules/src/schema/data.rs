//! The rules of a schema.

use std::collections::BTreeMap;
use std::sync::Arc;

use hit_runtime::Report;
use hit_runtime::check::{Checker, NodeId, Program};
use hit_runtime::rules::document::{self, Outside, Verdict};
use hit_schema::Diagnostic;
use serde_json::Value;

use crate::entries::CompiledEntry;
use crate::types::TypeTable;

/// All rules of a schema and of all it refers to, compiled.
#[derive(Debug)]
pub struct Rules {
    /// What runs.
    pub run: document::Rules,
    pub(super) program: Program,
    /// By node: the entries that `run` runs, in the same order.
    pub(super) written: BTreeMap<NodeId, Vec<CompiledEntry>>,
    pub(super) context: Option<Context>,
    /// What is worth a look.
    pub warnings: Vec<Diagnostic>,
}

/// What comes from outside.
#[derive(Debug)]
pub(super) struct Context {
    pub(super) checker: Checker,
    /// The schemas of contexts; a value must match all of them.
    pub(super) roots: Vec<NodeId>,
}

impl Rules {
    /// No rules.
    pub(super) fn none() -> Self {
        Self {
            run: document::Rules::default(),
            program: Program::default(),
            written: BTreeMap::new(),
            context: None,
            warnings: Vec::new(),
        }
    }

    /// Whether there is no rule at all.
    pub fn is_empty(&self) -> bool {
        self.run.is_empty()
    }

    /// The ids of all entries of `x-rules`, each once, in order.
    pub fn ids(&self) -> Vec<&str> {
        let rules = self.run.at.values().flatten();
        let mut ids: Vec<&str> = rules.map(|rule| rule.entry.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// Whether the schema says what comes from outside.
    pub fn has_context(&self) -> bool {
        self.context.is_some()
    }

    /// The program of the schema.
    pub fn program(&self) -> &Program {
        &self.program
    }

    /// The object types that the rules were checked against.
    pub fn types(&self) -> &Arc<TypeTable> {
        &self.run.types
    }

    /// What is wrong with values from outside. Members that are absent are
    /// not known, unless the schema of the context requires them.
    pub fn check_context(&self, context: &Value) -> Report {
        let mut report = Report::default();
        if let Some(outside) = &self.context {
            for root in &outside.roots {
                let found = outside.checker.check(*root, context).violations;
                for violation in found {
                    if !report.violations.contains(&violation) {
                        report.violations.push(violation);
                    }
                }
            }
        }
        report
    }

    /// Runs the rules over a document that `checker`, of the same schema, has
    /// checked against `root`; `report` is what it found. Rules that read
    /// something of which the report complains are not evaluated.
    pub fn check<'a>(
        &'a self,
        checker: &Checker,
        root: NodeId,
        document: &'a Value,
        outside: &Outside<'a>,
        report: &Report,
    ) -> Verdict {
        self.run
            .check(&self.program, checker, root, document, outside, report)
    }
}
