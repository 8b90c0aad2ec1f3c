//! Dynamic scopes: where `$dynamicRef` leads on each way into a subschema.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use hit_runtime::check::{Kind, NodeId, Program};

/// Identity of a dynamic scope of one program.
pub(super) type ScopeId = u32;

type Targets = BTreeMap<String, NodeId>;

/// The dynamic scopes met in one program.
#[derive(Debug, Default)]
pub(super) struct Scopes {
    /// Per resource, its anchors that some dynamic reference names.
    anchors: Vec<Vec<(String, NodeId)>>,
    scopes: Vec<Targets>,
    index: HashMap<Targets, ScopeId>,
}

impl Scopes {
    pub(super) fn new(program: &Program) -> Self {
        let checks = program.nodes.iter().flat_map(|node| &node.checks);
        let named: BTreeSet<&String> = checks
            .filter_map(|check| match &check.kind {
                Kind::DynamicRef { anchor, .. } => Some(anchor),
                _ => None,
            })
            .collect();
        let anchors = program.resources.iter().map(|resource| {
            let used = resource.dynamic_anchors.iter();
            used.filter(|(name, _)| named.contains(name))
                .cloned()
                .collect()
        });
        let mut scopes = Self {
            anchors: anchors.collect(),
            ..Self::default()
        };
        scopes.intern(Targets::new());
        scopes
    }

    /// The scope inside a resource, entered from a scope; the outermost is 0.
    pub(super) fn enter(&mut self, scope: ScopeId, resource: u32) -> ScopeId {
        let anchors = self.anchors.get(resource as usize);
        let Some(anchors) = anchors.filter(|anchors| !anchors.is_empty()) else {
            return scope;
        };
        let Some(known) = self.scopes.get(scope as usize) else {
            return scope;
        };
        if anchors.iter().all(|(name, _)| known.contains_key(name)) {
            return scope;
        }
        let mut targets = known.clone();
        for (name, node) in anchors {
            targets.entry(name.clone()).or_insert(*node);
        }
        self.intern(targets)
    }

    /// Where a dynamic reference leads.
    pub(super) fn target(&self, scope: ScopeId, anchor: &str, fallback: NodeId) -> NodeId {
        let targets = self.scopes.get(scope as usize);
        let target = targets.and_then(|targets| targets.get(anchor));
        target.copied().unwrap_or(fallback)
    }

    fn intern(&mut self, targets: Targets) -> ScopeId {
        if let Some(known) = self.index.get(&targets) {
            return *known;
        }
        let id = ScopeId::try_from(self.scopes.len()).unwrap_or(ScopeId::MAX);
        self.scopes.push(targets.clone());
        self.index.insert(targets, id);
        id
    }
}
