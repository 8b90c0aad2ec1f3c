//! Rules over JSON values, behind a trait: who has none does not build what runs them.

use serde_json::Value;

use crate::check::NodeId;
use crate::report::Report;

/// What comes from outside of a document.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outside<'a> {
    /// The values that rules call `ctx`. Members that are absent are not known.
    pub context: Option<&'a Value>,
    /// The document as it was before, for transition rules (`oldSelf`).
    pub old: Option<&'a Value>,
    /// Whether the document is only being read, so that rules that need
    /// something from outside have their turn later.
    pub reading: bool,
    /// Whether a rule that is run alone is known not to hold, so that only what it has to say is asked
    /// for. Values from outside that its message names may not be at hand as JSON.
    pub failed: bool,
}

/// The rules of a schema.
pub trait RuleBook: Sync {
    /// Runs all rules at and below a node over a value that was checked against it;
    /// `report` is what was found, and gets what the rules find. Rules that read something
    /// that is wrong are not evaluated.
    fn run(&self, node: NodeId, value: &Value, outside: &Outside<'_>, report: &mut Report);

    /// Runs one rule over a value, by its number.
    fn run_one(&self, rule: usize, value: &Value, outside: &Outside<'_>, report: &mut Report);
}
