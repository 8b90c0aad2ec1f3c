//! The rules of one schema.

use hit_rules::entries::Entry;
use hit_runtime::check::NodeId;
use hit_schema::Origin;

use crate::graph::RuleTerms;

/// A rule at its place.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    /// The subschema that holds it.
    pub(crate) node: NodeId,
    /// Its number among the rules of the node.
    pub(crate) at: usize,
    /// As it is written.
    pub(crate) entry: Entry,
    /// The same for rules that demand the same of the same values.
    pub(crate) identity: String,
    /// Where the entry stands.
    pub(crate) origin: Option<Origin>,
}

/// All rules of a schema.
#[derive(Debug, Default)]
pub(crate) struct RuleSet {
    pub(crate) rules: Vec<Rule>,
    /// What they demand.
    pub(crate) terms: RuleTerms,
    /// Constants that they compare with.
    pub(crate) literals: Vec<serde_json::Value>,
    /// Whether some ask for values from outside.
    pub(crate) outside: bool,
}

impl RuleSet {
    /// The rules of a node.
    pub(crate) fn of(&self, node: NodeId) -> impl Iterator<Item = &Rule> {
        self.rules.iter().filter(move |rule| rule.node == node)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rules.is_empty() && self.terms.whole.is_none()
    }
}
