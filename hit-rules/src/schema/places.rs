//! Where a schema holds rules and contexts.

use hit_runtime::check::NodeId;
use hit_schema::{Compiled, Origin};
use serde_json::Value;

/// A keyword of rules at a node.
pub(super) struct Place<'c> {
    pub(super) node: NodeId,
    pub(super) value: &'c Value,
    pub(super) origin: &'c Origin,
}

/// All places of an extension keyword, in order of the nodes.
pub(super) fn places<'c>(
    compiled: &'c Compiled,
    keyword: &'static str,
) -> impl Iterator<Item = Place<'c>> {
    (0..).zip(&compiled.info).flat_map(move |(node, info)| {
        let extensions = info.extensions.iter();
        let named = extensions.filter(move |(name, _, _)| name == keyword);
        named.map(move |(_, value, origin)| Place {
            node,
            value,
            origin,
        })
    })
}
