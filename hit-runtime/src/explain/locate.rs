//! Spans for violations, found by their pointers.

use std::collections::HashMap;

use crate::json::{Json, Node};
use crate::pointer::Pointer;
use crate::report::{Report, Span, Violation};

/// Gives each violation the span its pointer leads to. A pointer that leads
/// nowhere gets that of the closest value around it.
///
/// One walk over the tree, however many violations there are.
pub(super) fn locate(report: &mut Report, tree: &Node) {
    let mut wanted: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, violation) in report.violations.iter().enumerate() {
        for pointer in with_parents(violation.instance.as_str()) {
            wanted.entry(pointer.to_owned()).or_default().push(index);
        }
    }
    let mut walk = Walk {
        wanted,
        violations: &mut report.violations,
    };
    walk.node(&Pointer::root(), None, tree);
}

/// A pointer and all those it goes through: `""`, `/a`, `/a/b`.
fn with_parents(pointer: &str) -> impl Iterator<Item = &str> {
    let ends = pointer
        .match_indices('/')
        .map(|(at, _)| at)
        .chain([pointer.len()]);
    ends.filter_map(|end| pointer.get(..end))
}

struct Walk<'a> {
    /// Violations by the pointers on the way to them.
    wanted: HashMap<String, Vec<usize>>,
    violations: &'a mut [Violation],
}

impl Walk<'_> {
    /// Deeper values come later, so that the last span set is the closest.
    fn node(&mut self, at: &Pointer, name: Option<Span>, node: &Node) {
        let Some(here) = self.wanted.remove(at.as_str()) else {
            return;
        };
        for index in here {
            if let Some(violation) = self.violations.get_mut(index) {
                violation.span = Some(span(violation, at, name, node));
            }
        }
        match &node.value {
            Json::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    let mut below = at.clone();
                    below.push_index(index);
                    self.node(&below, None, item);
                }
            }
            Json::Object(members) => {
                for member in members {
                    self.node(
                        &at.join(&member.name),
                        Some(member.name_span),
                        &member.value,
                    );
                }
            }
            _ => {}
        }
    }
}

/// What to point at: `node` is where the violation is, or around it.
fn span(violation: &Violation, at: &Pointer, name: Option<Span>, node: &Node) -> Span {
    let arrived = *at == violation.instance;
    match name {
        Some(name) if arrived && is_about_the_name(violation) => name,
        _ if !arrived || is_about_what_lacks(violation) => opening(node),
        _ => node.span,
    }
}

/// Whether it is the member that is not allowed, rather than its value.
fn is_about_the_name(violation: &Violation) -> bool {
    matches!(
        violation.code.as_str(),
        "" | "false" | "additionalProperties" | "unevaluatedProperties" | "propertyNames"
    )
}

/// Whether a member is missing, so that there is nothing to point at but the beginning.
fn is_about_what_lacks(violation: &Violation) -> bool {
    matches!(
        violation.code.as_str(),
        "required" | "dependentRequired" | "dependencies"
    )
}

/// The brace or bracket of a container; the whole of any other value.
fn opening(node: &Node) -> Span {
    match node.value {
        Json::Array(_) | Json::Object(_) => Span {
            end: node.span.start + 1,
            ..node.span
        },
        _ => node.span,
    }
}
