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
        self.run.at.iter().flat_map(|(node, rules)| {
            let written = self.written.get(node).into_iter().flatten();
            rules.iter().zip(written).map(|(rule, entry)| Placed {
                node: *node,
                entry,
                ty: &rule.ty,
                open: rule.open,
                schema: &rule.schema,
            })
        })
    }

    /// Whether there are rules as Kubernetes writes them.
    pub fn has_kubernetes(&self) -> bool {
        !self.run.kubernetes.is_empty()
    }

    /// By node: whether a rule stands there or below.
    pub fn leads(&self, node: NodeId) -> bool {
        self.run.leads(node)
    }
}

impl Default for Rules {
    /// No rules.
    fn default() -> Self {
        Self::none()
    }
}
