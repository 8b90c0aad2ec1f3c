//! Arrays.

use serde_json::Value;

use crate::check::engine::message::count;
use crate::check::engine::prepared::Test;

use super::path::Path;
use super::state::{At, Explain};

/// Explains the rules that have items to name; returns whether it was one.
pub(super) fn rule(
    explain: &mut Explain<'_>,
    at: At<'_>,
    items: &[Value],
    path: &Path<'_>,
) -> bool {
    match &at.rule.test {
        Test::PrefixItems(nodes) => {
            for (index, (item, node)) in items.iter().zip(nodes).enumerate() {
                explain.node(*node, item, &path.index(index));
            }
        }
        Test::Items { from, node } if explain.run.program.is_never(*node) => {
            if items.len() > *from {
                let most = count(*from as u64, "item", "items");
                explain.push(
                    at,
                    path,
                    format!("expected at most {most}, found {}", items.len()),
                );
            }
        }
        Test::Items { from, node } => {
            for (index, item) in items.iter().enumerate().skip(*from) {
                explain.node(*node, item, &path.index(index));
            }
        }
        Test::Contains { node, min, max, .. } => {
            let found = items
                .iter()
                .filter(|item| explain.run.node(*node, item, None))
                .count() as u64;
            let wanted = match max {
                Some(max) if found > *max => format!("at most {max}"),
                _ if found < *min => format!("at least {min}"),
                _ => return true,
            };
            let message =
                format!("expected {wanted} of the items to match `contains`, found {found}");
            explain.push(at, path, message);
        }
        _ => return false,
    }
    true
}
