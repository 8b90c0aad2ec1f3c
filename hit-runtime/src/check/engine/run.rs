//! The state of one check: where it is, what it may still cost.

use std::collections::HashMap;

use serde_json::Value;

use crate::check::NodeId;

use super::limits::{MAX_CUTS, MAX_FRAMES, REMEMBER_AFTER, REMEMBERED};
use super::prepared::{Prepared, PreparedNode, SharedPattern};
use super::seen::Seen;

/// State while one value is checked.
pub(super) struct Run<'c> {
    pub(super) program: &'c Prepared,
    /// Set where no verdict could be reached: the value is refused.
    pub(super) limit: Option<Limit>,
    /// A string to hold member names in.
    pub(super) scratch: String,
    /// Values that do not live as long as the run are being looked at.
    pub(super) passing: usize,
    frames: usize,
    steps: usize,
    /// Resources entered, outermost first, each once; and the identity of each
    /// such sequence.
    scope: Vec<(u32, u32)>,
    scopes: HashMap<(u32, u32), u32>,
    /// Guarded nodes entered and the addresses of their values.
    active: Vec<(NodeId, usize)>,
    /// How often a loop was cut: results found meanwhile hold only there.
    cuts: usize,
    memo: HashMap<Key, (bool, Option<Seen>)>,
}

/// A node at a value in a dynamic scope.
pub(super) type Key = (NodeId, usize, u32);

/// Why there is no verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Limit {
    /// More frames than [`MAX_FRAMES`].
    Depth,
    /// More loops cut than [`MAX_CUTS`].
    Loop,
    /// A pattern that takes too long.
    Pattern(String),
}

/// What entering a node did, for leaving it.
pub(super) struct Entered {
    scoped: bool,
    guarded: bool,
}

impl<'c> Run<'c> {
    pub(super) fn new(program: &'c Prepared) -> Self {
        Self {
            program,
            limit: None,
            scratch: String::new(),
            passing: 0,
            frames: 0,
            steps: 0,
            scope: Vec::new(),
            scopes: HashMap::new(),
            active: Vec::new(),
            cuts: 0,
            memo: HashMap::new(),
        }
    }

    /// One frame more.
    pub(super) fn descend(&mut self) -> bool {
        if self.frames >= MAX_FRAMES {
            self.limit.get_or_insert(Limit::Depth);
        }
        if self.limit.is_some() {
            return false;
        }
        self.frames += 1;
        self.steps += 1;
        true
    }

    /// One frame less.
    pub(super) fn ascend(&mut self) {
        self.frames -= 1;
    }

    /// Whether entering a node takes more than a frame.
    pub(super) fn is_simple(&self, node: &PreparedNode) -> bool {
        !(node.guarded || node.collects || self.program.dynamic || node.shared && self.remembers())
    }

    /// Enters the dynamic scope of a node. `None` where the node is being
    /// checked at this value already, so that it adds nothing.
    pub(super) fn enter(
        &mut self,
        id: NodeId,
        node: &PreparedNode,
        value: &Value,
    ) -> Option<Entered> {
        if node.guarded {
            let key = (id, address(value));
            if self.active.contains(&key) {
                self.cuts += 1;
                if self.cuts > MAX_CUTS {
                    self.limit.get_or_insert(Limit::Loop);
                }
                return None;
            }
            self.active.push(key);
        }
        let scoped = self.program.dynamic && self.push_scope(node.resource);
        Some(Entered {
            scoped,
            guarded: node.guarded,
        })
    }

    /// Leaves what [`Run::enter`] entered.
    pub(super) fn leave(&mut self, entered: &Entered) {
        if entered.scoped {
            self.scope.pop();
        }
        if entered.guarded {
            self.active.pop();
        }
    }

    fn push_scope(&mut self, resource: u32) -> bool {
        if self.scope.iter().any(|(other, _)| *other == resource) {
            return false;
        }
        let fresh = u32::try_from(self.scopes.len() + 1).unwrap_or(u32::MAX);
        let identity = *self
            .scopes
            .entry((self.scope_identity(), resource))
            .or_insert(fresh);
        self.scope.push((resource, identity));
        true
    }

    fn scope_identity(&self) -> u32 {
        self.scope.last().map_or(0, |(_, identity)| *identity)
    }

    /// The target of a dynamic reference: the outermost anchor in scope.
    pub(super) fn dynamic(&self, anchor: &str, fallback: NodeId) -> NodeId {
        let anchored = |(resource, _): &(u32, u32)| {
            let resource = self
                .program
                .resources
                .get(usize::try_from(*resource).ok()?)?;
            resource
                .dynamic_anchors
                .iter()
                .find(|(name, _)| name == anchor)
                .map(|(_, node)| *node)
        };
        self.scope.iter().find_map(anchored).unwrap_or(fallback)
    }

    /// Whether a pattern matches; no verdict where that takes too long.
    pub(super) fn matches(&mut self, pattern: &SharedPattern, text: &str) -> bool {
        pattern.try_match(text).unwrap_or_else(|error| {
            self.limit
                .get_or_insert_with(|| Limit::Pattern(error.to_string()));
            false
        })
    }

    fn remembers(&self) -> bool {
        self.steps > REMEMBER_AFTER && self.passing == 0
    }

    /// A node at a value, where results for it are worth remembering.
    pub(super) fn key(&self, id: NodeId, node: &PreparedNode, value: &Value) -> Option<Key> {
        (node.shared && self.remembers()).then(|| self.place(id, value))
    }

    /// A node at a value; not for values that pass.
    pub(super) fn place(&self, id: NodeId, value: &Value) -> Key {
        (id, address(value), self.scope_identity())
    }

    /// What a node said about a value before; with `seen`, also what it evaluated.
    pub(super) fn recall(&self, key: &Key, seen: Option<&mut Seen>) -> Option<bool> {
        let (valid, evaluated) = self.memo.get(key)?;
        if let Some(seen) = seen {
            seen.merge(evaluated.as_ref()?);
        }
        Some(*valid)
    }

    /// How often a loop was cut so far.
    pub(super) fn cuts(&self) -> usize {
        self.cuts
    }

    /// Remembers what a node said, unless a loop was cut since `cuts`.
    pub(super) fn remember(&mut self, key: Key, valid: bool, seen: Option<Seen>, cuts: usize) {
        if self.cuts == cuts && self.limit.is_none() && self.memo.len() < REMEMBERED {
            self.memo.insert(key, (valid, seen));
        }
    }
}

fn address(value: &Value) -> usize {
    std::ptr::from_ref(value).addr()
}
