//! A rule at its place, wherever it was written.

use hit_rules::typed::Typed;
use hit_runtime::Severity;
use hit_runtime::check::NodeId;
use hit_runtime::rules::document::{PlacedRule, entry_id};
use hit_runtime::rules::kubernetes::Rule;
use hit_runtime::rules::types::TypeTable;

/// A rule at its place.
pub struct Placed<'r> {
    /// The subschema that it stands at.
    pub node: NodeId,
    /// The object types that it speaks about.
    pub types: &'r TypeTable,
    /// The rule.
    pub written: Written<'r>,
    /// Whether its subschema is gone, so that it is only known which root it belongs to.
    pub lost: bool,
}

/// Where a rule was written.
pub enum Written<'r> {
    /// In `x-rules`.
    Entry(&'r PlacedRule),
    /// In `x-kubernetes-validations`, below a document and a pointer.
    Kubernetes(&'r Rule, String),
}

impl<'r> Placed<'r> {
    /// The rule and its guard; no rule for an opaque entry.
    pub fn parts(&self) -> (Option<&'r Typed>, Option<&'r Typed>) {
        match &self.written {
            Written::Entry(placed) => (placed.entry.rule.as_ref(), placed.entry.when.as_ref()),
            Written::Kubernetes(rule, _) => (Some(&rule.rule), None),
        }
    }

    /// Its id.
    pub fn id(&self) -> String {
        match &self.written {
            Written::Entry(placed) => placed.entry.id.clone(),
            Written::Kubernetes(rule, _) => entry_id(&rule.pointer),
        }
    }

    /// As it is written.
    pub fn text(&self) -> &'r str {
        match &self.written {
            Written::Entry(placed) => &placed.entry.text,
            Written::Kubernetes(rule, _) => &rule.text,
        }
    }

    /// Where it is written.
    pub fn schema(&self) -> String {
        match &self.written {
            Written::Entry(placed) => placed.schema.clone(),
            Written::Kubernetes(rule, below) => format!("{below}{}", rule.pointer),
        }
    }

    /// Where its violations point.
    pub fn path(&self) -> &'r [String] {
        match &self.written {
            Written::Entry(placed) => &placed.entry.path,
            Written::Kubernetes(rule, _) => &rule.field_path,
        }
    }

    /// Whether it only warns.
    pub fn warns(&self) -> bool {
        matches!(&self.written, Written::Entry(placed) if placed.entry.severity == Severity::Warning)
    }

    /// Whether it needs something from outside.
    pub fn outside(&self) -> bool {
        matches!(&self.written, Written::Entry(placed) if placed.entry.outside)
    }

    /// Whether it reads the value before, and whether it runs without one.
    pub fn transition(&self) -> (bool, bool) {
        match &self.written {
            Written::Entry(placed) => (placed.entry.transition, placed.entry.optional_old_self),
            Written::Kubernetes(rule, _) => (rule.transition, rule.optional_old_self),
        }
    }
}
