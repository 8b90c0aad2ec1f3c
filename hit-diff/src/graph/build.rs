//! From two programs to one graph.

use std::collections::HashMap;

use super::collect::{Collector, Queue};
use super::data::{Graph, StateId};
use super::raw::Raw;
use super::refine::refine;
use super::side::{Input, PartKey, Side};

/// Both schemas in one graph.
#[derive(Debug)]
pub(crate) struct Pair {
    pub(crate) graph: Graph,
    /// The roots: old, new.
    pub(crate) roots: [StateId; 2],
    /// Per side, the state of every node that the root reaches, where the
    /// dynamic scope leaves no choice.
    pub(crate) nodes: [Vec<Option<StateId>>; 2],
    /// Per side, the states of single keywords, where they were asked for.
    pub(crate) parts: [HashMap<PartKey, StateId>; 2],
}

/// Builds the graph of both sides.
pub(crate) fn build(inputs: [Input<'_>; 2]) -> Pair {
    let mut raw = Raw::default();
    let mut sides = inputs.map(Side::new);
    let mut roots = [0; 2];
    for (side, root) in sides.iter_mut().zip(&mut roots) {
        let mut queue = Queue::new();
        let mut collector = Collector {
            side,
            raw: &mut raw,
            queue: &mut queue,
            strict: false,
        };
        *root = collector.place(collector.side.input.root, 0);
        collector.run();
    }
    let mut graph = Graph::default();
    let classes = refine(&raw, &mut graph);
    let class = |state: u32| classes.get(state as usize).copied().unwrap_or_default();
    let nodes = sides.each_ref().map(|side| {
        let mut nodes = vec![None; side.input.program.nodes.len()];
        let mut entries: Vec<_> = side.index.iter().collect();
        entries.sort_unstable();
        for ((node, ..), state) in entries {
            if let Some(slot) = nodes.get_mut(*node as usize) {
                slot.get_or_insert(class(*state));
            }
        }
        nodes
    });
    let parts = sides.each_ref().map(|side| {
        let parts = side.parts.iter();
        parts.map(|(key, state)| (*key, class(*state))).collect()
    });
    Pair {
        parts,
        graph,
        roots: roots.map(class),
        nodes,
    }
}
