//! Rules about what the other rules of a node left.

use serde_json::{Map, Value};

use crate::check::NodeId;
use crate::check::engine::run::Run;
use crate::check::engine::seen::Seen;

/// `unevaluatedProperties`.
pub(super) fn members(
    run: &mut Run<'_>,
    node: NodeId,
    members: &Map<String, Value>,
    seen: Option<&mut Seen>,
) -> bool {
    left(run, node, members.values(), seen)
}

/// `unevaluatedItems`.
pub(super) fn items(
    run: &mut Run<'_>,
    node: NodeId,
    items: &[Value],
    seen: Option<&mut Seen>,
) -> bool {
    left(run, node, items.iter(), seen)
}

fn left<'v>(
    run: &mut Run<'_>,
    node: NodeId,
    mut values: impl Iterator<Item = &'v Value>,
    seen: Option<&mut Seen>,
) -> bool {
    // A node with such a rule always collects.
    let Some(seen) = seen else { return false };
    let mut index = 0;
    let valid = values.all(|value| {
        let known = seen.has(index);
        index += 1;
        known || run.node(node, value, None)
    });
    seen.mark_all();
    valid
}
