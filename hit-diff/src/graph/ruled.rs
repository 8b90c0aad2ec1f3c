//! What rules demand of a value, apart from its schema: those of its own node,
//! and those that the node leads to.

use hit_runtime::check::{Kind as Demand, NodeId};

use super::collector::{Collector, rest};
use super::head::Head;
use super::raw::RawAtom;
use super::role::Role;
use super::scope::ScopeId;
use super::term::Term;

impl Collector<'_, '_> {
    /// The state that the rules of a node and of all below it hold.
    pub(super) fn ruled(&mut self, node: NodeId, scope: ScopeId) -> u32 {
        self.entered(node, scope, Role::Rules)
    }

    /// Whether a rule stands at a node or below.
    pub(super) fn leads(&self, node: NodeId) -> bool {
        let leads = self.side.input.rules.leads.get(node as usize);
        leads.is_some_and(|leads| *leads)
    }

    /// The atoms of [`Collector::ruled`].
    pub(super) fn rule_atoms(&mut self, node: NodeId, scope: ScopeId) -> Vec<RawAtom> {
        let mut out = Vec::new();
        if !self.leads(node) {
            return out;
        }
        let program = self.side.input.program;
        let Some(written) = program.nodes.get(node as usize) else {
            return out;
        };
        let rules = self.side.input.rules;
        for (at, terms) in rules.of(node) {
            let atoms: Vec<RawAtom> = terms.iter().map(|term| self.term(term)).collect();
            let state = self.raw.add(atoms.clone());
            self.side.rules.insert((node, at), state);
            out.extend(atoms);
        }
        let scope = self.side.scopes.enter(scope, written.resource);
        for check in &written.checks {
            self.rules_of(&check.kind, scope, &mut out);
        }
        out
    }

    fn rules_of(&mut self, kind: &Demand, scope: ScopeId, out: &mut Vec<RawAtom>) {
        match kind {
            Demand::Ref(target) => self.beside(*target, scope, out),
            Demand::AllOf(targets) => {
                for target in targets {
                    self.beside(*target, scope, out);
                }
            }
            Demand::DynamicRef { anchor, fallback } => {
                let target = self.side.scopes.target(scope, anchor, *fallback);
                self.beside(target, scope, out);
            }
            // The rules of an arm count where the arm accepts.
            Demand::AnyOf(arms) | Demand::OneOf(arms) => {
                for arm in arms
                    .iter()
                    .filter(|arm| self.leads(**arm))
                    .collect::<Vec<_>>()
                {
                    let accepts = self.state(*arm, scope);
                    let refuses = self.raw.negated(accepts);
                    let rules = self.ruled(*arm, scope);
                    out.push(RawAtom::with(Head::Any, vec![refuses, rules]));
                }
            }
            Demand::If {
                test,
                then,
                otherwise,
            } => {
                self.conditional((*test, *then, *otherwise), scope, out);
            }
            Demand::DependentSchemas(entries) => {
                for (name, node) in entries
                    .iter()
                    .filter(|(_, node)| self.leads(*node))
                    .collect::<Vec<_>>()
                {
                    let lacks = self.raw.lacks(name);
                    let other = self.raw.no_object();
                    let rules = self.ruled(*node, scope);
                    out.push(RawAtom::with(Head::Any, vec![other, lacks, rules]));
                }
            }
            Demand::Properties(named) => {
                for (name, node) in named {
                    self.below(Head::Member(name.clone()), *node, scope, out);
                }
            }
            Demand::PatternProperties(matched) => {
                for (pattern, node) in matched {
                    self.below(Head::Matching(pattern.0.clone()), *node, scope, out);
                }
            }
            Demand::AdditionalProperties {
                names,
                patterns,
                node,
            } if self.leads(*node) => {
                let child = self.ruled(*node, scope);
                let patterns = patterns.iter().map(|pattern| pattern.0.clone()).collect();
                out.push(rest(names.clone(), patterns, child));
            }
            Demand::PrefixItems(nodes) => {
                for (at, node) in nodes.iter().enumerate() {
                    self.below(Head::ItemAt(at), *node, scope, out);
                }
            }
            Demand::Items { from, node } => self.below(Head::ItemsFrom(*from), *node, scope, out),
            // Rules there are never run.
            _ => {}
        }
    }

    fn beside(&mut self, node: NodeId, scope: ScopeId, out: &mut Vec<RawAtom>) {
        if self.leads(node) {
            out.extend(self.rule_atoms(node, scope));
        }
    }

    fn below(&mut self, head: Head, node: NodeId, scope: ScopeId, out: &mut Vec<RawAtom>) {
        if self.leads(node) {
            let child = self.ruled(node, scope);
            out.push(RawAtom::with(head, vec![child]));
        }
    }

    fn conditional(
        &mut self,
        (test, then, otherwise): (NodeId, Option<NodeId>, Option<NodeId>),
        scope: ScopeId,
        out: &mut Vec<RawAtom>,
    ) {
        let arms = [Some(test), then, otherwise];
        if !arms.iter().flatten().any(|node| self.leads(*node)) {
            return;
        }
        let mut accepted = self.rule_atoms(test, scope);
        accepted.extend(
            then.into_iter()
                .flat_map(|node| self.rule_atoms(node, scope)),
        );
        let refused = otherwise.map(|node| self.rule_atoms(node, scope));
        let accepted = self.raw.add(accepted);
        let refused = self.raw.add(refused.unwrap_or_default());
        let test = self.state(test, scope);
        out.push(RawAtom::with(Head::If, vec![test, accepted, refused]));
    }

    fn term(&mut self, term: &Term) -> RawAtom {
        let children = term.children.iter().map(|terms| {
            let atoms = terms.iter().map(|term| self.term(term)).collect();
            self.raw.add(atoms)
        });
        let children = children.collect();
        RawAtom::with(term.head.clone(), children)
    }
}
