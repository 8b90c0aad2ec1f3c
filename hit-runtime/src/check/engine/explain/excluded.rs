//! What `not` excludes, in words where these are few.

use serde_json::Value;

use crate::check::NodeId;
use crate::check::engine::message::{any_of, found, quoted, type_names};
use crate::check::engine::prepared::{Prepared, Rule, Test};

/// References and alternatives followed, at most.
const STEPS: usize = 8;

/// The message for a value that matches what is excluded.
pub(super) fn message(program: &Prepared, node: NodeId, value: &Value) -> String {
    let found = found(value);
    match excluded(program, node, STEPS) {
        Some(excluded) => format!("expected {excluded}, found {found}"),
        None => format!("expected anything that does not match the schema of `not`, found {found}"),
    }
}

/// The opposite of a node that makes one simple demand.
fn excluded(program: &Prepared, node: NodeId, left: usize) -> Option<String> {
    let left = left.checked_sub(1)?;
    let [Rule { test, .. }] = program.node(node)?.rules.as_slice() else {
        return None;
    };
    Some(match test {
        Test::Ref(node) => return excluded(program, *node, left),
        Test::Type(types) => format!("anything but {}", type_names(*types)),
        Test::Enum(values) => match values.as_slice() {
            [one] => format!("anything but {}", any_of(&[one])),
            several => format!(
                "none of {}",
                any_of(&several.iter().collect::<Vec<_>>()).trim_start_matches("one of ")
            ),
        },
        Test::Pattern(pattern) => format!("no string that matches /{}/", pattern.source()),
        Test::Required(names) => match names.as_slice() {
            [one] => format!("no member {}", quoted(one)),
            several => {
                let names: Vec<String> = several.iter().map(|name| quoted(name)).collect();
                format!("not all of the members {} together", names.join(", "))
            }
        },
        Test::AnyOf(nodes) => {
            let parts: Option<Vec<String>> = nodes
                .iter()
                .map(|node| excluded(program, *node, left))
                .collect();
            parts?.join(", and ")
        }
        _ => return None,
    })
}
