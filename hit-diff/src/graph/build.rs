//! From two programs to one graph.

use std::collections::HashMap;

use hit_runtime::check::NodeId;

use super::collector::{Collector, Queue};
use super::data::{Graph, StateId};
use super::head::Head;
use super::raw::{Raw, RawAtom};
use super::refine::refine;
use super::role::Role;
use super::side::{Input, PartKey, RuleKey, Side};

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
    /// Per side, the states of single rules.
    pub(crate) rules: [HashMap<RuleKey, StateId>; 2],
    /// Per side, the states of what the rules of a node and all below demand.
    pub(crate) demanded: [HashMap<NodeId, StateId>; 2],
}

/// The state of the root, rules included.
fn start(collector: &mut Collector<'_, '_>) -> u32 {
    let input = collector.side.input;
    let root = collector.place(input.root, 0);
    if input.rules.is_empty() {
        return root;
    }
    let rules = collector.ruled(input.root, 0);
    let mut atoms: Vec<RawAtom> = [root, rules]
        .map(|state| RawAtom::with(Head::Any, vec![state]))
        .into();
    let whole = input.rules.whole.iter();
    atoms.extend(whole.map(|identity| RawAtom::leaf(Head::Rule(identity.clone()))));
    collector.raw.add(atoms)
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
        *root = start(&mut collector);
        collector.run();
    }
    let mut graph = Graph::default();
    let classes = refine(&raw, &mut graph);
    let class = |state: u32| classes.get(state as usize).copied().unwrap_or_default();
    let nodes = sides.each_ref().map(|side| {
        let mut nodes = vec![None; side.input.program.nodes.len()];
        let mut entries: Vec<_> = side.index.iter().collect();
        entries.sort_unstable();
        for ((node, _, role), state) in entries {
            if *role == Role::Rules {
                continue;
            }
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
    let rules = sides.each_ref().map(|side| {
        let rules = side.rules.iter();
        rules.map(|(key, state)| (*key, class(*state))).collect()
    });
    let demanded = sides.each_ref().map(|side| {
        let demanded = side
            .index
            .iter()
            .filter(|((_, _, role), _)| *role == Role::Rules);
        demanded
            .map(|((node, ..), state)| (*node, class(*state)))
            .collect()
    });
    Pair {
        parts,
        rules,
        demanded,
        graph,
        roots: roots.map(class),
        nodes,
    }
}
