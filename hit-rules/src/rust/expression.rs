//! One node: how it looks in Rust.

use crate::rust::code::{Code, Lowered, NotLowered, Shape};
use crate::rust::lowerer::Lowerer;
use crate::typed::{Typed, TypedKind};
use crate::types::Type;

impl Lowerer<'_> {
    /// The Rust of an expression.
    pub fn expression(&mut self, typed: &Typed) -> Lowered {
        match &typed.kind {
            TypedKind::Constant(literal) => self.constant(typed, literal),
            TypedKind::Variable(name) => match self.naming.variable(name) {
                Some((text, spot)) if matches!(typed.ty, Type::Optional(_)) => {
                    Ok(Code::tight(text, Shape::Option, false).known_as(spot))
                }
                Some((text, spot)) => Ok(Code::tight(text, Shape::Ref, false).known_as(spot)),
                None => Err(NotLowered::at(typed, format!("the variable '{name}'"))),
            },
            TypedKind::Local(slot) => {
                let local = self.locals.get(*slot).cloned();
                local.ok_or_else(|| NotLowered::at(typed, "a variable of a macro"))
            }
            TypedKind::Select {
                operand,
                field,
                optional,
            } => self.select(typed, operand, field, *optional),
            TypedKind::Has { operand, field } => self.has(typed, operand, field),
            TypedKind::Call(call) => self.call(typed, call),
            TypedKind::OrElse {
                value,
                other,
                unwrap,
            } => self.or_else(typed, value, other, *unwrap),
            TypedKind::And(operands) => self.and(operands),
            TypedKind::Or(operands) => self.or(operands),
            TypedKind::Conditional(parts) => self.conditional(parts),
            TypedKind::List(elements) => self.list(typed, elements),
            TypedKind::Comprehension(inner) => self.comprehension(typed, inner),
            TypedKind::Bind(inner) => self.bind(typed, inner),
            TypedKind::TypeName(_) => Err(NotLowered::at(typed, "a type as a value")),
            TypedKind::Map(_) => Err(NotLowered::at(typed, "a map literal")),
            TypedKind::Unresolved(what) => Err(NotLowered::at(typed, what.clone())),
        }
    }
}
