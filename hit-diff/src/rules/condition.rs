//! Expressions as conditions on the value that they read.

use hit_rules::ast::{Literal as Constant, Macro};
use hit_rules::typed::{Typed, TypedKind};
use hit_rules::types::{Type, TypeTable};
use serde_json::Value;

use super::identity::text;
use super::term::{at, never, opaque, values};
use crate::graph::{Head, Kind, KindSet, Term};

/// What conditions are about.
#[derive(Clone, Copy, PartialEq)]
enum Root {
    /// `self`
    Own,
    /// The variable of a macro.
    Local(usize),
}

/// Makes conditions of expressions.
pub(super) struct Conditions<'t> {
    table: &'t TypeTable,
    root: Root,
}

impl<'t> Conditions<'t> {
    /// Of expressions about `self`.
    pub(super) fn of(table: &'t TypeTable) -> Self {
        Self {
            table,
            root: Root::Own,
        }
    }

    /// The condition that an expression is true, or false: not an error.
    pub(super) fn is(&self, typed: &Typed, wanted: bool) -> Vec<Term> {
        self.exactly(typed, wanted).unwrap_or_else(|| {
            let mut identity = format!("a rule\0{wanted}:");
            text(typed, self.table, &mut identity);
            vec![opaque(&identity)]
        })
    }

    /// The same below a macro, where what is not exact cannot stay open: it may
    /// depend on more than the element.
    fn within(&self, typed: &Typed, wanted: bool) -> Option<Vec<Term>> {
        match self.root {
            Root::Own => Some(self.is(typed, wanted)),
            Root::Local(_) => self.exactly(typed, wanted),
        }
    }

    fn exactly(&self, typed: &Typed, wanted: bool) -> Option<Vec<Term>> {
        match &typed.kind {
            TypedKind::Constant(Constant::Bool(value)) => Some(match *value == wanted {
                true => Vec::new(),
                false => never(),
            }),
            TypedKind::And(operands) => self.fold(operands, wanted, wanted),
            TypedKind::Or(operands) => self.fold(operands, !wanted, wanted),
            TypedKind::Conditional(parts) => {
                let [test, then, otherwise] = parts.as_ref();
                let mut yes = self.within(test, true)?;
                yes.extend(self.within(then, wanted)?);
                let mut no = self.within(test, false)?;
                no.extend(self.within(otherwise, wanted)?);
                Some(vec![Term::any(vec![yes, no])])
            }
            TypedKind::Call(call) => match (call.name, call.args.as_slice()) {
                ("!_", [operand]) => self.within(operand, !wanted),
                (name, [left, right]) => self.compared(name, left, right, wanted),
                _ => None,
            },
            TypedKind::Has { operand, field } => self.has(operand, field, wanted),
            TypedKind::Select { .. } if typed.ty == Type::Bool => {
                let path = self.path(typed)?;
                Some(at(&path, vec![values(vec![Value::Bool(wanted)])]))
            }
            TypedKind::Comprehension(inner)
                if inner.filter.is_none()
                    && inner.variables.len() == 1
                    && matches!(inner.range.ty, Type::List(_)) =>
            {
                let every = match (inner.kind, wanted) {
                    (Macro::All, true) | (Macro::Exists, false) => true,
                    (Macro::All, false) | (Macro::Exists, true) => false,
                    _ => return None,
                };
                let path = self.path(&inner.range)?;
                let element = Self {
                    table: self.table,
                    root: Root::Local(inner.slot),
                };
                let each = element.exactly(&inner.body, wanted)?;
                let head = match every {
                    true => Head::ItemsFrom(0),
                    false => Head::Contains(1, None),
                };
                let list = Term::leaf(Head::Kinds(KindSet::ARRAYS));
                Some(at(&path, vec![list, Term::with(head, each)]))
            }
            _ => None,
        }
    }

    /// All of them are so, or one is.
    fn fold(&self, operands: &[Typed], every: bool, wanted: bool) -> Option<Vec<Term>> {
        let parts: Option<Vec<_>> = operands
            .iter()
            .map(|one| self.within(one, wanted))
            .collect();
        let parts = parts?;
        Some(match every {
            true => parts.into_iter().flatten().collect(),
            false => vec![Term::any(parts)],
        })
    }

    fn has(&self, operand: &Typed, field: &str, wanted: bool) -> Option<Vec<Term>> {
        let path = self.path(operand)?;
        let member = self.member(operand, field)?;
        let null = Term::leaf(Head::Kinds(KindSet::of(Kind::Null)));
        let has = Term::leaf(Head::Has(member.clone()));
        let mut terms = vec![Term::leaf(Head::Kinds(KindSet::OBJECTS))];
        if wanted {
            let value = vec![Term::not(vec![null])];
            terms.extend([has, Term::with(Head::Member(member), value)]);
        } else {
            // `null` counts as absent.
            terms.push(Term::with(Head::Member(member), vec![null]));
        }
        Some(at(&path, terms))
    }

    /// The members that lead from the root to what is read.
    pub(super) fn path(&self, typed: &Typed) -> Option<Vec<String>> {
        match (&typed.kind, self.root) {
            (TypedKind::Variable(name), Root::Own) if &**name == "self" => Some(Vec::new()),
            (TypedKind::Local(slot), Root::Local(own)) if *slot == own => Some(Vec::new()),
            (
                TypedKind::Select {
                    operand,
                    field,
                    optional: false,
                },
                _,
            ) => {
                let mut path = self.path(operand)?;
                path.push(self.member(operand, field)?);
                Some(path)
            }
            _ => None,
        }
    }

    fn member(&self, operand: &Typed, field: &str) -> Option<String> {
        let Type::Object(object) = &operand.ty else {
            return None;
        };
        let field = self.table.object(object)?.fields.get(field)?;
        Some(field.member.clone())
    }
}
