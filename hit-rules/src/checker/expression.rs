//! One node: which rule applies.

use crate::ast::{Expr, ExprKind, Literal};
use crate::checker::context::Checker;
use crate::typed::{Typed, TypedKind};
use crate::types::Type;

impl Checker<'_> {
    /// Checks an expression.
    pub fn expression(&mut self, expr: &Expr) -> Typed {
        match &expr.kind {
            ExprKind::Literal(literal) => self.node(
                expr,
                TypedKind::Constant(literal.clone()),
                literal_type(literal),
            ),
            ExprKind::Ident { name, absolute } => self.name(expr, name, *absolute),
            ExprKind::Select {
                operand,
                field,
                optional,
            } => self.select(expr, operand, field, *optional),
            ExprKind::Has { operand, field } => self.has(expr, operand, field),
            ExprKind::Call {
                target,
                function,
                args,
            } => self.call(expr, target.as_deref(), function, args),
            ExprKind::And(operands) => self.and(expr, operands),
            ExprKind::Or(operands) => self.or(expr, operands),
            ExprKind::Conditional(parts) => self.conditional(expr, parts),
            ExprKind::List(elements) => self.list(expr, elements),
            ExprKind::Map(entries) => self.map(expr, entries),
            ExprKind::Struct(name) => self.fail(
                format!("message types are not supported: '{name}'"),
                expr.span,
                expr.at,
            ),
            ExprKind::Comprehension(inner) => self.comprehension(expr, inner),
            ExprKind::Bind(inner) => self.bind(expr, inner),
        }
    }
}

fn literal_type(literal: &Literal) -> Type {
    match literal {
        Literal::Null => Type::Null,
        Literal::Bool(_) => Type::Bool,
        Literal::Int(_) => Type::Int,
        Literal::UInt(_) => Type::UInt,
        Literal::Double(_) => Type::Double,
        Literal::String(_) => Type::String,
        Literal::Bytes(_) => Type::Bytes,
    }
}
