//! What a rule reads.

use std::collections::BTreeSet;

use crate::typed::{Typed, TypedKind};
use crate::types::{Type, TypeTable};
use hit_runtime::rules::document::{Chain, Input};

/// The ends of all chains of selections from `self` in an expression, and the
/// lists and maps that its macros go through.
pub(super) fn inputs(typed: &Typed, types: &TypeTable) -> Vec<Input> {
    let mut reader = Reader {
        types,
        locals: Vec::new(),
        found: BTreeSet::new(),
    };
    reader.expression(typed);
    reader.found.into_iter().collect()
}

struct Reader<'t> {
    types: &'t TypeTable,
    /// The chains of the macros' variables.
    locals: Vec<Option<Chain>>,
    found: BTreeSet<Input>,
}

impl Reader<'_> {
    fn expression(&mut self, typed: &Typed) {
        if let Some(chain) = self.chain(typed) {
            self.found.insert(Input { chain, whole: true });
            self.keys(typed);
            return;
        }
        match &typed.kind {
            // Whether a member is there does not depend on its value.
            TypedKind::Has { operand, .. } if self.chain(operand).is_some() => {}
            TypedKind::Comprehension(inner) => {
                let range = self.chain(&inner.range);
                match &range {
                    Some(chain) => {
                        let chain = chain.clone();
                        self.found.insert(Input {
                            chain,
                            whole: false,
                        });
                        self.keys(&inner.range);
                    }
                    None => self.expression(&inner.range),
                }
                let element = range.map(|mut range| {
                    range.push(None);
                    range
                });
                let depth = self.locals.len();
                self.locals.truncate(inner.slot);
                let two = inner.variables.len() > 1;
                if two {
                    self.locals.push(None);
                }
                // The one variable of a macro over a map is its key.
                let keys = matches!(inner.range.ty, Type::Map(_)) && !two;
                self.locals.push(element.filter(|_| !keys));
                inner.filter.iter().for_each(|part| self.expression(part));
                self.expression(&inner.body);
                self.locals.truncate(depth.min(inner.slot));
            }
            TypedKind::Bind(inner) => {
                let chain = self.chain(&inner.value);
                if chain.is_none() {
                    self.expression(&inner.value);
                }
                self.locals.truncate(inner.slot);
                self.locals.push(chain);
                self.expression(&inner.body);
                self.locals.truncate(inner.slot);
            }
            _ => typed
                .children()
                .into_iter()
                .for_each(|part| self.expression(part)),
        }
    }

    /// What stands in the brackets of a chain.
    fn keys(&mut self, typed: &Typed) {
        match &typed.kind {
            TypedKind::Select { operand, .. } => self.keys(operand),
            TypedKind::Call(call) => {
                if let [of, key] = call.args.as_slice() {
                    self.keys(of);
                    self.expression(key);
                }
            }
            _ => {}
        }
    }

    fn chain(&self, typed: &Typed) -> Option<Chain> {
        match &typed.kind {
            TypedKind::Variable(name) if &**name == "self" => Some(Vec::new()),
            TypedKind::Local(slot) => self.locals.get(*slot).cloned().flatten(),
            TypedKind::Select { operand, field, .. } => {
                let mut chain = self.chain(operand)?;
                let member = match &operand.ty {
                    Type::Object(object) => {
                        let object = self.types.object(object)?;
                        object.fields.get(field)?.member.clone()
                    }
                    _ => field.to_string(),
                };
                chain.push(Some(member));
                Some(chain)
            }
            TypedKind::Call(call) if matches!(call.name, "_[_]" | "_[?_]") => {
                let mut chain = self.chain(call.args.first()?)?;
                chain.push(None);
                Some(chain)
            }
            _ => None,
        }
    }
}
