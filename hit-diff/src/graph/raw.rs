//! States as they are collected, before equal ones become one.

use serde_json::Value;

use super::head::{Head, Literal};
use super::kinds::{Kind, KindSet};

/// An atom whose children are raw states.
#[derive(Clone, Debug)]
pub(crate) struct RawAtom {
    pub(crate) head: Head,
    pub(crate) children: Vec<u32>,
}

impl RawAtom {
    pub(crate) fn leaf(head: Head) -> Self {
        Self {
            head,
            children: Vec::new(),
        }
    }

    pub(crate) fn with(head: Head, children: Vec<u32>) -> Self {
        Self { head, children }
    }
}

/// All raw states.
#[derive(Debug, Default)]
pub(crate) struct Raw {
    pub(crate) states: Vec<Vec<RawAtom>>,
}

impl Raw {
    /// Adds a state.
    pub(crate) fn add(&mut self, atoms: Vec<RawAtom>) -> u32 {
        self.states.push(atoms);
        u32::try_from(self.states.len() - 1).unwrap_or(u32::MAX)
    }

    /// A state that refuses what another accepts.
    pub(crate) fn negated(&mut self, state: u32) -> u32 {
        self.add(vec![RawAtom::with(Head::Not, vec![state])])
    }

    /// A state that accepts all that is no object.
    pub(crate) fn no_object(&mut self) -> u32 {
        let kinds = KindSet::OBJECTS.not();
        self.add(vec![RawAtom::leaf(Head::Kinds(kinds))])
    }

    /// A state for objects without a member.
    pub(crate) fn lacks(&mut self, name: &str) -> u32 {
        let has = self.add(vec![RawAtom::leaf(Head::Has(name.to_owned()))]);
        self.negated(has)
    }

    /// The condition that the value is in a list.
    pub(crate) fn values(&mut self, values: &[Value]) -> RawAtom {
        let mut literals: Vec<Literal> = values.iter().cloned().map(Literal::new).collect();
        literals.sort_by(|a, b| a.text().cmp(b.text()));
        literals.dedup();
        let children = literals
            .iter()
            .filter(|literal| literal.value.is_array() || literal.value.is_object())
            .map(|literal| literal.value.clone())
            .collect::<Vec<_>>();
        let children = children.iter().map(|value| self.structure(value)).collect();
        RawAtom::with(Head::Values(literals), children)
    }

    /// A state that accepts just one array or object, by its parts.
    fn structure(&mut self, value: &Value) -> u32 {
        let mut atoms = Vec::new();
        match value {
            Value::Array(items) => {
                atoms.push(RawAtom::leaf(Head::Kinds(KindSet::ARRAYS)));
                let length = items.len() as u64;
                atoms.push(RawAtom::leaf(Head::MinItems(length)));
                atoms.push(RawAtom::leaf(Head::MaxItems(length)));
                for (at, item) in items.iter().enumerate() {
                    let item = self.constant(item);
                    atoms.push(RawAtom::with(Head::ItemAt(at), vec![item]));
                }
            }
            Value::Object(members) => {
                atoms.push(RawAtom::leaf(Head::Kinds(KindSet::of(Kind::Object))));
                let mut names: Vec<String> = members.keys().cloned().collect();
                names.sort();
                for name in &names {
                    atoms.push(RawAtom::leaf(Head::Has(name.clone())));
                    if let Some(member) = members.get(name) {
                        let member = self.constant(member);
                        atoms.push(RawAtom::with(Head::Member(name.clone()), vec![member]));
                    }
                }
                let nothing = self.add(vec![RawAtom::leaf(Head::Kinds(KindSet::NONE))]);
                atoms.push(RawAtom::with(Head::Rest(names, Vec::new()), vec![nothing]));
            }
            _ => {}
        }
        self.add(atoms)
    }

    fn constant(&mut self, value: &Value) -> u32 {
        let atom = self.values(std::slice::from_ref(value));
        self.add(vec![atom])
    }
}
