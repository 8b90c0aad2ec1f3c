//! The rules of a schema, one by one.

use hit_runtime::check::NodeId;

use crate::entries::CompiledEntry;
use crate::schema::data::Rules;
use crate::types::Type;

/// An entry of `x-rules`, compiled, and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'r> {
    /// The subschema that holds it.
    pub node: NodeId,
    /// The entry.
    pub entry: &'r CompiledEntry,
    /// The type of `self`.
    pub ty: &'r Type,
    /// Whether the schema leaves the JSON type open: values that `self` cannot
    /// be are none of the rule's business.
    pub open: bool,
    /// Where the entry stands: `play.schema.json#/x-rules/0`.
    pub schema: &'r str,
}

impl Rules {
    /// All entries of `x-rules`, in the order of the nodes and then of the text.
    pub fn placed(&self) -> impl Iterator<Item = Placed<'_>> {
        let all = self.at.iter();
        all.flat_map(|(node, rules)| {
            rules.iter().map(|rule| Placed {
                node: *node,
                entry: &rule.entry,
                ty: &rule.ty,
                open: rule.open,
                schema: &rule.schema,
            })
        })
    }

    /// Whether there are rules as Kubernetes writes them.
    pub fn has_kubernetes(&self) -> bool {
        !self.kubernetes.is_empty()
    }

    /// By node: whether a rule stands there or below.
    pub fn leads(&self, node: NodeId) -> bool {
        let leads = self.leads.get(node as usize);
        leads.is_some_and(|leads| *leads)
    }
}

impl Default for Rules {
    /// No rules.
    fn default() -> Self {
        Self::none()
    }
}
