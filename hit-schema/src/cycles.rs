//! References that lead back to themselves without looking at anything.

use hit_runtime::check::{Node, NodeId};

use crate::codes;
use crate::diagnostic::{Diagnostic, Sink};
use crate::info::NodeInfo;
use crate::walk::always_beside;

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    Open,
    Done,
}

/// Reports every schema that has to be checked to check itself. Only what is
/// always evaluated counts: what hangs on a condition may well end.
pub(crate) fn check(nodes: &[Node], info: &[NodeInfo], sink: &mut Sink) {
    let mut marks = vec![Mark::New; nodes.len()];
    for start in 0..nodes.len() {
        if marks.get(start) == Some(&Mark::New) {
            visit(start, nodes, info, &mut marks, sink);
        }
    }
}

fn visit(start: usize, nodes: &[Node], info: &[NodeInfo], marks: &mut [Mark], sink: &mut Sink) {
    let mut open = vec![(start, beside(nodes, start))];
    set(marks, start, Mark::Open);
    while let Some((at, rest)) = open.last_mut() {
        let Some(next) = rest.pop().and_then(|next| usize::try_from(next).ok()) else {
            set(marks, *at, Mark::Done);
            open.pop();
            continue;
        };
        match marks.get(next) {
            Some(Mark::New) => {
                set(marks, next, Mark::Open);
                open.push((next, beside(nodes, next)));
            }
            Some(Mark::Open) => report(next, &open, info, sink),
            _ => {}
        }
    }
}

fn beside(nodes: &[Node], at: usize) -> Vec<NodeId> {
    let checks = nodes
        .get(at)
        .map(|node| node.checks.as_slice())
        .unwrap_or_default();
    checks
        .iter()
        .flat_map(|check| always_beside(&check.kind))
        .collect()
}

fn set(marks: &mut [Mark], at: usize, mark: Mark) {
    if let Some(slot) = marks.get_mut(at) {
        *slot = mark;
    }
}

fn report(back_to: usize, open: &[(usize, Vec<NodeId>)], info: &[NodeInfo], sink: &mut Sink) {
    let Some(first) = info.get(back_to) else {
        return;
    };
    let message = "to check a value against this schema it has to be checked against it again";
    let mut diagnostic =
        Diagnostic::error(codes::ENDLESS_REFERENCE, message).at(first.origin.clone());
    let on_the_way = open
        .iter()
        .map(|(at, _)| *at)
        .skip_while(|at| *at != back_to)
        .skip(1);
    for at in on_the_way.take(8) {
        if let Some(info) = info.get(at) {
            diagnostic = diagnostic.also(info.origin.clone(), "by way of this one");
        }
    }
    sink.push(diagnostic);
}
