//! Makes an end of endless references where that can be done.
//!
//! `A = P and B`, `B = Q and A` demand no more than `P and Q`, so both become
//! that. Where a cycle leads through `not`, `anyOf`, `oneOf` or `if` it says
//! nothing definite, and where nothing but references is in it, it says
//! nothing at all: these are errors. Only what is always evaluated counts;
//! what hangs on a condition may well end.

use hit_runtime::check::{Check, Kind, Node, NodeId};

use super::components::cyclic;
use crate::codes;
use crate::diagnostic::{Diagnostic, Sink};
use crate::normalize::Normal;
use crate::walk::always_beside;

/// Rewrites or reports all cycles.
pub(crate) fn unroll(normal: &mut Normal, sink: &mut Sink) {
    let edges: Vec<_> = normal.nodes.iter().map(beside).collect();
    for members in cyclic(&edges) {
        let cycle = Cycle { members };
        let own: Vec<Option<Vec<Check>>> = cycle
            .members
            .iter()
            .map(|at| cycle.own(normal, *at))
            .collect();
        let Some(own) = own.into_iter().collect::<Option<Vec<_>>>() else {
            report(normal, &cycle, sink, true);
            continue;
        };
        let says_nothing = own.iter().all(Vec::is_empty);
        report(normal, &cycle, sink, says_nothing);
        if !says_nothing {
            cycle.rewrite(normal, own);
        }
    }
}

fn beside(node: &Node) -> Vec<usize> {
    let ids = node
        .checks
        .iter()
        .flat_map(|check| always_beside(&check.kind));
    ids.filter_map(|id| usize::try_from(id).ok()).collect()
}

/// Nodes that all lead to one another.
struct Cycle {
    members: Vec<usize>,
}

impl Cycle {
    fn has(&self, id: NodeId) -> bool {
        usize::try_from(id).is_ok_and(|at| self.members.binary_search(&at).is_ok())
    }

    /// The checks of a node without the references that stay in the cycle;
    /// `None` where such a reference is more than "and".
    fn own(&self, normal: &Normal, at: usize) -> Option<Vec<Check>> {
        let mut own = Vec::new();
        for check in &normal.nodes.get(at)?.checks {
            match &check.kind {
                Kind::Ref(id) if self.has(*id) => {}
                Kind::AllOf(ids) if ids.iter().any(|id| self.has(*id)) => {
                    let ids: Vec<_> = ids.iter().copied().filter(|id| !self.has(*id)).collect();
                    if !ids.is_empty() {
                        own.push(Check {
                            keyword: check.keyword.clone(),
                            kind: Kind::AllOf(ids),
                        });
                    }
                }
                kind if always_beside(kind).into_iter().any(|id| self.has(id)) => return None,
                _ => own.push(check.clone()),
            }
        }
        Some(own)
    }

    /// Gives every member its own checks and, as nodes of their own, those of
    /// the others.
    fn rewrite(&self, normal: &mut Normal, own: Vec<Vec<Check>>) {
        let mut copies = Vec::with_capacity(own.len());
        for (at, checks) in self.members.iter().zip(&own) {
            let (Some(node), Some(info)) = (normal.nodes.get(*at), normal.info.get(*at)) else {
                return;
            };
            let copy = Node {
                checks: checks.clone(),
                ..node.clone()
            };
            normal.info.push(info.clone());
            normal.nodes.push(copy);
            copies.push(NodeId::try_from(normal.nodes.len() - 1).unwrap_or(NodeId::MAX));
        }
        for (index, (at, mut checks)) in self.members.iter().zip(own).enumerate() {
            let others = (0..).zip(&copies).filter(|(other, _)| *other != index);
            let others: Vec<_> = others.map(|(_, id)| *id).collect();
            let Some(node) = normal.nodes.get_mut(*at) else {
                return;
            };
            if !others.is_empty() {
                let first = node.checks.iter().find(|check| {
                    always_beside(&check.kind)
                        .into_iter()
                        .any(|id| self.has(id))
                });
                let keyword = first.map(|check| check.keyword.clone()).unwrap_or_default();
                checks.insert(
                    0,
                    Check {
                        keyword,
                        kind: Kind::AllOf(others),
                    },
                );
            }
            node.checks = checks;
        }
    }
}

fn report(normal: &Normal, cycle: &Cycle, sink: &mut Sink, fatal: bool) {
    let mut places = cycle.members.iter().filter_map(|at| normal.info.get(*at));
    let Some(first) = places.next() else { return };
    let message = "to check a value against this schema it has to be checked against it again";
    let diagnostic = match fatal {
        true => Diagnostic::error(codes::ENDLESS_REFERENCE, message),
        false => Diagnostic::warning(codes::ENDLESS_REFERENCE, message)
            .help("the reference that leads back adds nothing: remove it"),
    };
    let also = |diagnostic: Diagnostic, origin| diagnostic.also(origin, "by way of this one");
    let origins = places.take(8).map(|info| info.origin.clone());
    sink.push(origins.fold(diagnostic.at(first.origin.clone()), also));
}
