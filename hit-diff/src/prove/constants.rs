//! States for values that come up during a proof.

use serde_json::Value;

use crate::graph::{Atom, Head, Kind, KindSet, Literal, StateId};

use super::prover::Prover;

impl Prover {
    /// The state that accepts just one value.
    pub(super) fn constant(&mut self, value: &Value) -> StateId {
        let children = match value {
            Value::Array(_) | Value::Object(_) => vec![self.structure(value)],
            _ => Vec::new(),
        };
        let head = Head::Values(vec![Literal::new(value.clone())]);
        let atom = self.graph.intern_atom(Atom { head, children });
        self.graph.intern_state(vec![atom])
    }

    fn structure(&mut self, value: &Value) -> StateId {
        let mut atoms = Vec::new();
        let mut add = |prover: &mut Self, head: Head, children: Vec<StateId>| {
            atoms.push(prover.graph.intern_atom(Atom { head, children }));
        };
        match value {
            Value::Array(items) => {
                let length = items.len() as u64;
                add(self, Head::Kinds(KindSet::ARRAYS), Vec::new());
                add(self, Head::MinItems(length), Vec::new());
                add(self, Head::MaxItems(length), Vec::new());
                for (at, item) in items.iter().enumerate() {
                    let item = self.constant(item);
                    add(self, Head::ItemAt(at), vec![item]);
                }
            }
            Value::Object(members) => {
                let mut names: Vec<String> = members.keys().cloned().collect();
                names.sort();
                add(self, Head::Kinds(KindSet::of(Kind::Object)), Vec::new());
                for name in &names {
                    add(self, Head::Has(name.clone()), Vec::new());
                    if let Some(member) = members.get(name) {
                        let member = self.constant(member);
                        add(self, Head::Member(name.clone()), vec![member]);
                    }
                }
                let none = self.graph.intern_atom(Atom {
                    head: Head::Kinds(KindSet::NONE),
                    children: Vec::new(),
                });
                let nothing = self.graph.intern_state(vec![none]);
                add(self, Head::Rest(names, Vec::new()), vec![nothing]);
            }
            _ => {}
        }
        self.graph.intern_state(atoms)
    }
}
