//! Rules about arrays.

use serde_json::Value;

use crate::check::NodeId;
use crate::check::engine::prepared::Test;
use crate::check::engine::run::Run;
use crate::check::engine::seen::Seen;
use crate::number::first_duplicate;

/// Rules about arrays; all others hold.
pub(super) fn rule(
    run: &mut Run<'_>,
    test: &Test,
    items: &[Value],
    seen: Option<&mut Seen>,
) -> bool {
    match test {
        Test::MinItems(min) => items.len() as u64 >= *min,
        Test::MaxItems(max) => items.len() as u64 <= *max,
        Test::UniqueItems => first_duplicate(items).is_none(),
        Test::PrefixItems(nodes) => prefix(run, nodes, items, seen),
        Test::Items { from, node } => rest(run, *from, *node, items, seen),
        Test::Contains {
            node,
            min,
            max,
            evaluates,
        } => contains(run, *node, (*min, *max), items, seen.filter(|_| *evaluates)),
        _ => true,
    }
}

fn prefix(run: &mut Run<'_>, nodes: &[NodeId], items: &[Value], seen: Option<&mut Seen>) -> bool {
    if let Some(seen) = seen {
        (0..nodes.len().min(items.len())).for_each(|index| seen.mark(index));
    }
    items
        .iter()
        .zip(nodes)
        .all(|(item, node)| run.node(*node, item, None))
}

fn rest(
    run: &mut Run<'_>,
    from: usize,
    node: NodeId,
    items: &[Value],
    seen: Option<&mut Seen>,
) -> bool {
    if let Some(seen) = seen {
        (from..items.len()).for_each(|index| seen.mark(index));
    }
    items
        .iter()
        .skip(from)
        .all(|item| run.node(node, item, None))
}

fn contains(
    run: &mut Run<'_>,
    node: NodeId,
    (min, max): (u64, Option<u64>),
    items: &[Value],
    mut seen: Option<&mut Seen>,
) -> bool {
    let mut count = 0_u64;
    for (index, item) in items.iter().enumerate() {
        if seen.is_none() && max.is_none() && count >= min {
            return true;
        }
        if run.node(node, item, None) {
            count += 1;
            if let Some(seen) = seen.as_deref_mut() {
                seen.mark(index);
            }
            if max.is_some_and(|max| count > max) {
                return false;
            }
        }
    }
    count >= min
}
