//! A side being collected: which states stand for which nodes.

use hit_runtime::check::NodeId;

use super::head::Head;
use super::raw::{Raw, RawAtom};
use super::role::Role;
use super::scope::ScopeId;
use super::side::Side;

/// States that are reached and not yet collected.
pub(super) type Queue = Vec<(u32, NodeId, ScopeId, Role)>;

/// Collects all atoms of one side.
pub(super) struct Collector<'c, 'p> {
    pub(super) side: &'c mut Side<'p>,
    pub(super) raw: &'c mut Raw,
    pub(super) queue: &'c mut Queue,
    /// Whether `additionalProperties: true` counts as no declaration.
    pub(super) strict: bool,
}

impl Collector<'_, '_> {
    /// The state of a node entered from a scope, for a value that others judge
    /// too.
    pub(super) fn state(&mut self, node: NodeId, scope: ScopeId) -> u32 {
        self.entered(node, scope, Role::Beside)
    }

    /// The state of a node for a value of its own: a member, an item, the root.
    pub(super) fn place(&mut self, node: NodeId, scope: ScopeId) -> u32 {
        let role = match self.side.input.declared_only {
            true => Role::Closed,
            false => Role::Beside,
        };
        self.entered(node, scope, role)
    }

    /// The state of a node in a role.
    pub(super) fn entered(&mut self, node: NodeId, scope: ScopeId, role: Role) -> u32 {
        let key = (node, scope, role);
        if let Some(known) = self.side.index.get(&key) {
            return *known;
        }
        let state = self.raw.add(Vec::new());
        self.side.index.insert(key, state);
        self.queue.push((state, node, scope, role));
        state
    }
}

/// The condition on all members neither named nor matched.
pub(super) fn rest(mut names: Vec<String>, mut patterns: Vec<String>, child: u32) -> RawAtom {
    names.sort();
    names.dedup();
    patterns.sort();
    patterns.dedup();
    RawAtom::with(Head::Rest(names, patterns), vec![child])
}
