//! What explaining carries along.

use std::collections::HashSet;

use crate::check::engine::prepared::{PreparedNode, Rule};
use crate::check::engine::run::{Key, Run};
use crate::{Severity, Violation};

use super::path::Path;

/// A report under way.
pub(super) struct Explain<'c> {
    pub(super) run: Run<'c>,
    pub(super) out: Vec<Violation>,
    /// Nodes explained at a value: their violations are in the report.
    pub(super) explained: HashSet<Key>,
    /// Alternatives being compared around the present place.
    pub(super) nested: usize,
    /// Nodes explained so far while comparing alternatives.
    pub(super) visits: usize,
}

/// A rule and the node it belongs to.
#[derive(Clone, Copy)]
pub(super) struct At<'c> {
    pub(super) node: &'c PreparedNode,
    pub(super) rule: &'c Rule,
}

impl Explain<'_> {
    /// Adds a violation of a rule.
    pub(super) fn push(&mut self, at: At<'_>, path: &Path<'_>, message: String) {
        let mut schema = self.run.program.location(at.node);
        let code = if at.rule.keyword.is_empty() {
            "false"
        } else {
            &at.rule.keyword
        };
        if !at.rule.keyword.is_empty() {
            schema.push('/');
            schema.push_str(&at.rule.keyword);
        }
        self.out.push(Violation {
            code: code.replace("~1", "/").replace("~0", "~"),
            severity: Severity::Error,
            instance: path.pointer(),
            schema,
            message,
            span: None,
        });
    }
}
