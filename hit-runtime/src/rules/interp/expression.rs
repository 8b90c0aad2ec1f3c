//! One node: how it is evaluated.

use crate::rules::interp::context::Interp;
use crate::rules::typed::CONTEXT;
use crate::rules::typed::{Typed, TypedKind};
use crate::rules::value::{Fault, Outcome, Value, from_literal};

impl<'a> Interp<'_, 'a> {
    /// Evaluates an expression.
    pub fn expression(&mut self, typed: &'a Typed) -> Outcome<'a> {
        self.meter.charge(1)?;
        match &typed.kind {
            TypedKind::Constant(literal) => Ok(from_literal(literal)),
            TypedKind::TypeName(name) => Ok(Value::Type((**name).into())),
            TypedKind::Variable(name) => self
                .variables
                .get(&**name)
                .cloned()
                .ok_or_else(|| unbound(name)),
            TypedKind::Local(slot) => self
                .locals
                .get(*slot)
                .cloned()
                .ok_or_else(|| unbound("the local")),
            TypedKind::Select {
                operand,
                field,
                optional,
            } => self.select(operand, field, *optional),
            TypedKind::Has { operand, field } => self.has(operand, field),
            TypedKind::Call(call) => self.call(call),
            TypedKind::OrElse {
                value,
                other,
                unwrap,
            } => self.or_else(value, other, *unwrap),
            TypedKind::And(operands) => self.logic(operands, false),
            TypedKind::Or(operands) => self.logic(operands, true),
            TypedKind::Conditional(parts) => self.conditional(parts),
            TypedKind::List(elements) => self.list(elements),
            TypedKind::Map(entries) => self.map(entries),
            TypedKind::Comprehension(inner) => self.comprehension(inner),
            TypedKind::Bind(inner) => self.bind(inner),
            TypedKind::Unresolved(message) => Err(Fault::other(message.clone())),
        }
    }
}

fn unbound(name: &str) -> Fault {
    match name {
        CONTEXT => Fault::unknown(name),
        _ => Fault::other(format!("no such attribute: {name}")),
    }
}
