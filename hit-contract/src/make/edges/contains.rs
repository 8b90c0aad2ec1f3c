//! `contains`: as many items that match as the limits say, one less, one more.

use hit_runtime::check::NodeId;
use serde_json::Value;

use super::spot::{Candidate, Spot};
use crate::make::build::{Builder, of_item};

/// Items that are made at most.
const MOST: u64 = 2_000;

/// Around the limits of how many items match a node.
pub fn contains(
    spot: &Spot<'_>,
    node: NodeId,
    limits: [Option<u64>; 2],
    builder: &mut Builder<'_>,
) -> Vec<Candidate> {
    let Some(items) = spot.value.as_array() else {
        return Vec::new();
    };
    let checker = builder.checker;
    let matches = |item: &&Value| checker.is_valid(node, item);
    let (own, others): (Vec<&Value>, Vec<&Value>) = items.iter().partition(matches);
    let mut out = Vec::new();
    for limit in limits.into_iter().flatten() {
        for (count, what) in [
            (limit.checked_sub(1), "one less"),
            (Some(limit), "the limit"),
            (limit.checked_add(1), "one more"),
        ] {
            let Some(count) = count.filter(|count| *count <= MOST) else {
                continue;
            };
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            let mut all: Vec<Value> = own.iter().take(count).map(|it| (*it).clone()).collect();
            while all.len() < count {
                let mut nodes = of_item(spot.want, all.len());
                nodes.push(node);
                all.push(builder.value(&nodes));
            }
            all.extend(others.iter().map(|it| (*it).clone()));
            let recipe = format!("contains: {what}");
            out.push(spot.replaced(Value::Array(all).to_string(), recipe));
        }
    }
    out
}
