//! From the nodes of a program to raw states.

use std::collections::BTreeSet;

use hit_runtime::check::{Kind as Demand, NodeId};

use super::collector::{Collector, rest};
use super::exact::Exact;
use super::head::Head;
use super::kinds::KindSet;
use super::raw::RawAtom;
use super::role::Role;
use super::scope::ScopeId;
use super::unevaluated;
use super::{parts, pattern};

impl Collector<'_, '_> {
    /// Collects all that is queued.
    pub(super) fn run(&mut self) {
        while let Some((state, node, scope, role)) = self.queue.pop() {
            let atoms = match role {
                Role::Beside => self.atoms(node, scope),
                Role::Rules => self.rule_atoms(node, scope),
                Role::Closed => {
                    let mut atoms = self.atoms(node, scope);
                    atoms.extend(unevaluated::undeclared(self, (node, scope)));
                    atoms
                }
            };
            if let Some(slot) = self.raw.states.get_mut(state as usize) {
                *slot = atoms;
            }
            if self.side.input.parts && role != Role::Rules {
                self.parts(node, scope);
            }
        }
    }

    /// Gives every keyword of a node, and of those beside it, a state of its
    /// own.
    fn parts(&mut self, node: NodeId, scope: ScopeId) {
        let mut stack = vec![(node, scope)];
        while let Some((node, scope)) = stack.pop() {
            if !self.side.parted.insert(node) {
                continue;
            }
            let program = self.side.input.program;
            let Some(written) = program.nodes.get(node as usize) else {
                continue;
            };
            let scope = self.side.scopes.enter(scope, written.resource);
            for (at, check) in written.checks.iter().enumerate() {
                match &check.kind {
                    Demand::Ref(target) => stack.push((*target, scope)),
                    Demand::AllOf(targets) => {
                        stack.extend(targets.iter().map(|target| (*target, scope)));
                    }
                    _ => {}
                }
                for (sub, part) in parts::of(&check.kind).into_iter().enumerate() {
                    let mut out = Vec::new();
                    self.one((node, scope), &part, &mut out);
                    let state = self.raw.add(merge_kinds(out));
                    self.side.parts.insert((node, at, sub), state);
                }
            }
        }
    }

    /// The atoms of one keyword of a node.
    fn one(&mut self, place: (NodeId, ScopeId), kind: &Demand, out: &mut Vec<RawAtom>) {
        match kind {
            Demand::Ref(target) => out.extend(self.atoms(*target, place.1)),
            Demand::AllOf(targets) => {
                for target in targets {
                    out.extend(self.atoms(*target, place.1));
                }
            }
            Demand::DynamicRef { anchor, fallback } => {
                let target = self.side.scopes.target(place.1, anchor, *fallback);
                out.extend(self.atoms(target, place.1));
            }
            Demand::UnevaluatedProperties(rest) => {
                out.push(unevaluated::members(self, place, *rest));
            }
            Demand::UnevaluatedItems(rest) => out.extend(unevaluated::items(self, place, *rest)),
            kind => self.check(kind, place.1, out),
        }
    }

    /// The atoms of a node: its own, and those of all that `$ref` and `allOf`
    /// apply to the same value.
    pub(super) fn atoms(&mut self, node: NodeId, scope: ScopeId) -> Vec<RawAtom> {
        let mut out = Vec::new();
        let mut seen = BTreeSet::new();
        let mut stack = vec![(node, scope)];
        while let Some((node, scope)) = stack.pop() {
            let program = self.side.input.program;
            let Some(written) = program.nodes.get(node as usize) else {
                out.push(RawAtom::leaf(Head::Opaque(format!("missing node {node}"))));
                continue;
            };
            let scope = self.side.scopes.enter(scope, written.resource);
            if !seen.insert((node, scope)) {
                continue;
            }
            if let Some(identity) = self.side.missing(node) {
                out.push(RawAtom::leaf(Head::Opaque(identity)));
                continue;
            }
            for check in &written.checks {
                match &check.kind {
                    Demand::Ref(target) => stack.push((*target, scope)),
                    Demand::AllOf(targets) => {
                        stack.extend(targets.iter().rev().map(|target| (*target, scope)));
                    }
                    Demand::AnyOf(targets) | Demand::OneOf(targets) if targets.len() == 1 => {
                        stack.extend(targets.iter().map(|target| (*target, scope)));
                    }
                    Demand::DynamicRef { anchor, fallback } => {
                        let target = self.side.scopes.target(scope, anchor, *fallback);
                        stack.push((target, scope));
                    }
                    Demand::UnevaluatedProperties(rest) => {
                        out.push(unevaluated::members(self, (node, scope), *rest));
                    }
                    Demand::UnevaluatedItems(rest) => {
                        out.extend(unevaluated::items(self, (node, scope), *rest));
                    }
                    kind => self.check(kind, scope, &mut out),
                }
            }
        }
        merge_kinds(out)
    }

    fn check(&mut self, kind: &Demand, scope: ScopeId, out: &mut Vec<RawAtom>) {
        if let Demand::Pattern(pattern) = kind {
            pattern::atoms(self.raw, &pattern.0, out);
            return;
        }
        if let Some(head) = scalar(kind) {
            out.push(RawAtom::leaf(head));
            return;
        }
        match kind {
            Demand::Enum(values) => {
                let atom = self.raw.values(values);
                out.push(atom);
            }
            Demand::PrefixItems(nodes) => {
                for (at, node) in nodes.iter().enumerate() {
                    let child = self.place(*node, scope);
                    out.push(RawAtom::with(Head::ItemAt(at), vec![child]));
                }
            }
            Demand::Items { from, node } => {
                let child = self.place(*node, scope);
                out.push(RawAtom::with(Head::ItemsFrom(*from), vec![child]));
            }
            Demand::Contains { node, min, max, .. } => {
                let child = self.state(*node, scope);
                out.push(RawAtom::with(Head::Contains(*min, *max), vec![child]));
            }
            Demand::Required(names) => {
                out.extend(names.iter().cloned().map(Head::Has).map(RawAtom::leaf));
            }
            Demand::Properties(named) => {
                for (name, node) in named {
                    let child = self.place(*node, scope);
                    out.push(RawAtom::with(Head::Member(name.clone()), vec![child]));
                }
            }
            Demand::PatternProperties(matched) => {
                for (pattern, node) in matched {
                    let child = self.place(*node, scope);
                    out.push(RawAtom::with(
                        Head::Matching(pattern.0.clone()),
                        vec![child],
                    ));
                }
            }
            Demand::AdditionalProperties {
                names,
                patterns,
                node,
            } => {
                let child = self.place(*node, scope);
                let patterns = patterns.iter().map(|pattern| pattern.0.clone()).collect();
                out.push(rest(names.clone(), patterns, child));
            }
            Demand::PropertyNames(node) => {
                let child = self.state(*node, scope);
                out.push(RawAtom::with(Head::Names, vec![child]));
            }
            Demand::DependentRequired(entries) => {
                for (name, needed) in entries {
                    let atoms = needed.iter().cloned().map(Head::Has).map(RawAtom::leaf);
                    let needed = self.raw.add(atoms.collect());
                    out.push(self.depends(name, needed));
                }
            }
            Demand::DependentSchemas(entries) => {
                for (name, node) in entries {
                    let needed = self.state(*node, scope);
                    out.push(self.depends(name, needed));
                }
            }
            Demand::AnyOf(nodes) => out.push(self.union(Head::Any, nodes, scope)),
            Demand::OneOf(nodes) => out.push(self.union(Head::One, nodes, scope)),
            Demand::Not(node) => {
                let child = self.state(*node, scope);
                out.push(RawAtom::with(Head::Not, vec![child]));
            }
            Demand::If {
                test,
                then,
                otherwise,
            } => {
                let test = self.state(*test, scope);
                let [then, otherwise] = [then, otherwise].map(|node| match node {
                    Some(node) => self.state(*node, scope),
                    None => self.raw.add(Vec::new()),
                });
                out.push(RawAtom::with(Head::If, vec![test, then, otherwise]));
            }
            other => out.push(RawAtom::leaf(Head::Opaque(format!("{other:?}")))),
        }
    }

    fn union(&mut self, head: Head, nodes: &[NodeId], scope: ScopeId) -> RawAtom {
        let children = nodes.iter().map(|node| self.state(*node, scope)).collect();
        RawAtom::with(head, children)
    }

    fn depends(&mut self, name: &str, needed: u32) -> RawAtom {
        let lacks = self.raw.lacks(name);
        let other = self.raw.no_object();
        RawAtom::with(Head::Any, vec![other, lacks, needed])
    }
}

/// Conditions without subschemas.
fn scalar(kind: &Demand) -> Option<Head> {
    let bound = |lower, limit, exclusive| Head::Bound {
        lower,
        limit: Exact::of(limit),
        exclusive,
    };
    Some(match kind {
        Demand::Never => Head::Kinds(KindSet::NONE),
        Demand::Type(types) => Head::Kinds(KindSet::of_types(*types)),
        Demand::Minimum(limit) => bound(true, limit, false),
        Demand::ExclusiveMinimum(limit) => bound(true, limit, true),
        Demand::Maximum(limit) => bound(false, limit, false),
        Demand::ExclusiveMaximum(limit) => bound(false, limit, true),
        Demand::MultipleOf(divisor) => Head::Multiple(Exact::of(divisor)),
        Demand::MinLength(limit) => Head::MinLength(*limit),
        Demand::MaxLength(limit) => Head::MaxLength(*limit),
        Demand::Format(format) => Head::Format(format.0.clone()),
        Demand::ContentEncoding(encoding) => Head::Encoding(encoding.clone()),
        Demand::ContentMediaType {
            encoding,
            media_type,
        } => Head::Media(encoding.clone(), media_type.clone()),
        Demand::MinItems(limit) => Head::MinItems(*limit),
        Demand::MaxItems(limit) => Head::MaxItems(*limit),
        Demand::UniqueItems => Head::Unique,
        Demand::MinProperties(limit) => Head::MinMembers(*limit),
        Demand::MaxProperties(limit) => Head::MaxMembers(*limit),
        _ => return None,
    })
}

/// One condition on kinds instead of several, none where it says nothing.
fn merge_kinds(atoms: Vec<RawAtom>) -> Vec<RawAtom> {
    let mut kinds = KindSet::ALL;
    let mut out = Vec::with_capacity(atoms.len());
    for atom in atoms {
        match atom.head {
            Head::Kinds(set) => kinds = kinds.and(set),
            _ => out.push(atom),
        }
    }
    if kinds == KindSet::NONE {
        out.clear();
    }
    if kinds != KindSet::ALL {
        out.push(RawAtom::leaf(Head::Kinds(kinds)));
    }
    out
}
