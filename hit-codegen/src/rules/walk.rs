//! The places of a type and the rules about them.
//!
//! A place is told by the subschemas that judge its values. Where the rules below a
//! place do not follow the Rust type (conditions, overlapping alternatives, plain
//! JSON), there is no walk, and the rules of the whole type run over it as JSON.

use std::collections::{BTreeMap, BTreeSet};

use hit_runtime::check::{Kind, NodeId};
use hit_runtime::rules::document::walked;

use crate::model::{
    Access, Below, Dispatch, Field, ItemId, ItemKind, Model, PlaceCode, Presence, Struct, Ty, Union,
};
use crate::rules::conjuncts::conjuncts;
use crate::rules::lowered;
use crate::rules::placed::Placed;

type Nodes = BTreeSet<NodeId>;

/// What a walk needs to know.
pub struct Walk<'m> {
    /// The types.
    pub model: &'m Model,
    /// The type of what comes from outside.
    pub context: Option<ItemId>,
    /// By node: whether it has rules or leads to some.
    pub leads: &'m [bool],
    /// The rules, in the order of their numbers.
    pub rules: &'m [Placed<'m>],
    /// By node of a list: the members that tell which item of an old list an item was.
    pub list_keys: &'m BTreeMap<NodeId, Vec<String>>,
}

/// How members are reached, and what is to be done there.
type Members = Vec<(Access, PlaceCode)>;

impl Walk<'_> {
    /// The places of a generated type. `None` where its rules do not follow its type.
    pub fn item(&self, id: ItemId) -> Option<PlaceCode> {
        let item = &self.model.items[id];
        let nodes = self.judging([item.node]);
        match &item.kind {
            ItemKind::Struct(body) => {
                let (members, handled) = self.members(&nodes, body)?;
                self.covered(&nodes, handled)?;
                Some(PlaceCode {
                    rules: self.own(&nodes, &Ty::Named(id)),
                    below: Below::Members(members),
                })
            }
            ItemKind::Union(union) => self
                .union(&nodes, union)
                .or_else(|| self.leaf(&nodes, &Ty::Named(id))),
            ItemKind::Newtype(ty) => {
                let inner = self.place(&nodes, ty)?;
                Some(PlaceCode {
                    rules: Vec::new(),
                    below: Below::Inside(Box::new(inner)),
                })
            }
            _ => self.leaf(&nodes, &Ty::Named(id)),
        }
    }

    /// All that judges what one of these does.
    fn judging(&self, nodes: impl IntoIterator<Item = NodeId>) -> Nodes {
        let all = nodes.into_iter();
        all.flat_map(|node| conjuncts(&self.model.program, node))
            .collect()
    }

    fn leads(&self, node: NodeId) -> bool {
        self.leads.get(node as usize).copied().unwrap_or(false)
    }

    fn own(&self, nodes: &Nodes, ty: &Ty) -> Vec<crate::model::RuleCode> {
        let numbered = self.rules.iter().enumerate();
        let here = numbered.filter(|(_, rule)| !rule.lost && nodes.contains(&rule.node));
        here.map(|numbered| lowered::rule(self.model, self.context, numbered, ty))
            .collect()
    }

    fn kinds<'k>(&'k self, nodes: &'k Nodes) -> impl Iterator<Item = &'k Kind> {
        let nodes = nodes
            .iter()
            .filter_map(|node| self.model.program.nodes.get(*node as usize));
        nodes.flat_map(|node| node.checks.iter().map(|check| &check.kind))
    }

    /// Whether nothing but what is handled leads on to rules.
    fn covered(&self, nodes: &Nodes, handled: impl Fn(&Kind) -> bool) -> Option<()> {
        let plain = |kind: &Kind| matches!(kind, Kind::Ref(_) | Kind::AllOf(_));
        let all = self.kinds(nodes).all(|kind| {
            plain(kind) || handled(kind) || !walked(kind).into_iter().any(|node| self.leads(node))
        });
        all.then_some(())
    }

    /// Whether all rules that these nodes have or lead to are those of `own`: others among
    /// them only refer on.
    fn held(&self, nodes: &Nodes, own: &Nodes) -> bool {
        nodes.difference(own).all(|node| {
            let here = Nodes::from([*node]);
            !self.rules.iter().any(|rule| rule.node == *node)
                && self.covered(&here, |_| false).is_some()
        })
    }

    /// A place inside of a type.
    fn place(&self, nodes: &Nodes, ty: &Ty) -> Option<PlaceCode> {
        if !nodes.iter().any(|node| self.leads(*node)) {
            return Some(PlaceCode::default());
        }
        match ty {
            Ty::Checked { inner, .. } => self.place(nodes, inner),
            Ty::Named(item) => {
                let own = conjuncts(&self.model.program, self.model.items[*item].node);
                let held = self.held(nodes, &own);
                held.then(|| PlaceCode {
                    rules: Vec::new(),
                    below: Below::Item,
                })
            }
            Ty::Seq { item, .. } => {
                self.covered(nodes, |kind| matches!(kind, Kind::Items { from: 0, .. }))?;
                let items = self.kinds(nodes).filter_map(|kind| match kind {
                    Kind::Items { from: 0, node } => Some(*node),
                    _ => None,
                });
                let items = self.judging(items.collect::<Vec<_>>());
                let element = self.element(&items, item)?;
                Some(PlaceCode {
                    rules: self.own(nodes, ty),
                    below: Below::Elements(self.keys(nodes, item)?, Box::new(element)),
                })
            }
            Ty::Map { value, .. } => {
                let all = |kind: &Kind| matches!(kind, Kind::AdditionalProperties { names, patterns, .. } if names.is_empty() && patterns.is_empty());
                self.covered(nodes, all)?;
                let values = self.kinds(nodes).filter_map(|kind| match kind {
                    Kind::AdditionalProperties { node, .. } if all(kind) => Some(*node),
                    _ => None,
                });
                let values = self.judging(values.collect::<Vec<_>>());
                let element = self.element(&values, value)?;
                Some(PlaceCode {
                    rules: self.own(nodes, ty),
                    below: Below::Entries(Box::new(element)),
                })
            }
            ty => self.leaf(nodes, ty),
        }
    }

    /// A place below which there are no rules.
    fn leaf(&self, nodes: &Nodes, ty: &Ty) -> Option<PlaceCode> {
        self.covered(nodes, |_| false)?;
        Some(PlaceCode {
            rules: self.own(nodes, ty),
            below: Below::Nothing,
        })
    }

    /// The Rust names of the members that identify an item, if a schema says so.
    fn keys(&self, nodes: &Nodes, item: &Ty) -> Option<Vec<String>> {
        let Some(keys) = nodes.iter().find_map(|node| self.list_keys.get(node)) else {
            return Some(Vec::new());
        };
        let Ty::Named(item) = item else { return None };
        let ItemKind::Struct(body) = &self.model.items[*item].kind else {
            return None;
        };
        let ident = |key: &String| {
            let field = body.fields.iter().find(|field| field.wire == *key)?;
            Some(field.ident.clone())
        };
        keys.iter().map(ident).collect()
    }

    /// An item of a list or a value of a map.
    fn element(&self, nodes: &Nodes, ty: &Ty) -> Option<PlaceCode> {
        match ty {
            Ty::Boxed(_) if nodes.iter().any(|node| self.leads(*node)) => None,
            ty => self.place(nodes, ty),
        }
    }

    /// The members of a struct that have rules, and what leads to them.
    fn members(&self, nodes: &Nodes, body: &Struct) -> Option<(Members, impl Fn(&Kind) -> bool)> {
        let mut found = Vec::new();
        for field in &body.fields {
            let named = self.kinds(nodes).filter_map(|kind| match kind {
                Kind::Properties(named) => named.iter().find(|(name, _)| *name == field.wire),
                _ => None,
            });
            let named: Vec<NodeId> = named.map(|(_, node)| *node).collect();
            let (access, ty) = access(field)?;
            let place = self.place(&self.judging(named), ty)?;
            if !place.is_empty() {
                found.push((access, place));
            }
        }
        let wires: BTreeSet<String> = body.fields.iter().map(|field| field.wire.clone()).collect();
        let leads = self.leads.to_vec();
        let handled = move |kind: &Kind| match kind {
            Kind::Properties(named) => named.iter().all(|(name, node)| {
                wires.contains(name) || !leads.get(*node as usize).copied().unwrap_or(false)
            }),
            _ => false,
        };
        Some((found, handled))
    }

    fn union(&self, nodes: &Nodes, union: &Union) -> Option<PlaceCode> {
        let arms: Option<Vec<(String, ItemId)>> = union
            .arms
            .iter()
            .map(|arm| match &arm.ty {
                Ty::Named(item) => Some((arm.ident.clone(), *item)),
                _ => None,
            })
            .collect();
        let arms = arms?;
        let held: Vec<Nodes> = arms
            .iter()
            .map(|(_, item)| conjuncts(&self.model.program, self.model.items[*item].node))
            .collect();
        // What the union asks for, each arm asks for, or it has no rules.
        let shared = nodes.iter().all(|node| {
            let has_rules = self.rules.iter().any(|rule| rule.node == *node);
            !has_rules || held.iter().all(|arm| arm.contains(node))
        });
        let apart = matches!(union.dispatch, Dispatch::Tag(_));
        let handled = |kind: &Kind| match kind {
            Kind::OneOf(targets) | Kind::AnyOf(targets) => {
                let exact = apart || matches!(kind, Kind::OneOf(_));
                let in_an_arm = |node: &NodeId| {
                    let all = self.judging([*node]);
                    held.iter().any(|arm| self.held(&all, arm))
                };
                exact
                    && targets
                        .iter()
                        .all(|node| !self.leads(*node) || in_an_arm(node))
            }
            // What stands beside the alternatives, each of them repeats.
            _ => held.iter().all(|arm| nodes.is_subset(arm)),
        };
        self.covered(nodes, handled)?;
        shared.then_some(PlaceCode {
            rules: Vec::new(),
            below: Below::Arms(arms),
        })
    }
}

/// How a field is reached, and the type of its value.
fn access(field: &Field) -> Option<(Access, &Ty)> {
    let (mut optional, mut boxed) = (field.presence == Presence::Optional, false);
    let mut ty = &field.ty;
    loop {
        ty = match ty {
            Ty::Checked { inner, .. } => inner,
            Ty::Option(inner) if field.presence == Presence::Required && !optional && !boxed => {
                optional = true;
                inner
            }
            Ty::Boxed(inner) if !boxed => {
                boxed = true;
                inner
            }
            ty => {
                break Some((
                    Access {
                        wire: field.wire.clone(),
                        ident: field.ident.clone(),
                        optional,
                        maybe: field.presence == Presence::Maybe,
                        boxed,
                    },
                    ty,
                ));
            }
        };
    }
}
