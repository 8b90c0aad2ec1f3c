//! `&&`, `||`, `?:`; what one side says about the other.

use crate::ast::Expr;
use crate::checker::context::Checker;
use crate::facts::{Path, if_false, if_true};
use crate::functions::Dialect;
use crate::typed::{Typed, TypedKind};
use crate::types::{Type, join};

impl Checker<'_> {
    /// `a && b && …`: each operand may rely on the ones before it.
    pub fn and(&mut self, expr: &Expr, operands: &[Expr]) -> Typed {
        let known = self.facts.len();
        let mut typed = Vec::with_capacity(operands.len());
        for operand in operands {
            let operand = self.expression(operand);
            self.expect_bool(&operand);
            self.facts.extend(if_true(&operand));
            typed.push(operand);
        }
        self.facts.truncate(known);
        self.node(expr, TypedKind::And(typed), Type::Bool)
    }

    /// `a || b || …`: each operand may rely on the ones before it being false.
    pub fn or(&mut self, expr: &Expr, operands: &[Expr]) -> Typed {
        let known = self.facts.len();
        let mut typed = Vec::with_capacity(operands.len());
        for operand in operands {
            let operand = self.expression(operand);
            self.expect_bool(&operand);
            self.facts.extend(if_false(&operand));
            typed.push(operand);
        }
        self.facts.truncate(known);
        self.node(expr, TypedKind::Or(typed), Type::Bool)
    }

    /// `condition ? then : otherwise`
    pub fn conditional(&mut self, expr: &Expr, parts: &[Expr; 3]) -> Typed {
        let [condition, then, otherwise] = parts;
        let condition = self.expression(condition);
        self.expect_bool(&condition);
        let then = self.relying_on(if_true(&condition), then);
        let otherwise = self.relying_on(if_false(&condition), otherwise);
        let joined = join(&mut self.known, &then.ty, &otherwise.ty);
        // The specification lets the results differ; Kubernetes does not.
        let mixed = self.environment.dialect == Dialect::Standard;
        let Some(ty) = joined.or_else(|| mixed.then_some(Type::Dyn)) else {
            let (first, second) = (self.resolve(&then.ty), self.resolve(&otherwise.ty));
            let message = format!(
                "found no matching overload for '_?_:_' applied to '(bool, {first}, {second})': both results must have one type"
            );
            return self.fail(message, expr.span, expr.at);
        };
        self.node(
            expr,
            TypedKind::Conditional(Box::new([condition, then, otherwise])),
            ty,
        )
    }

    fn relying_on(&mut self, facts: Vec<Path>, expr: &Expr) -> Typed {
        let known = self.facts.len();
        self.facts.extend(facts);
        let typed = self.expression(expr);
        self.facts.truncate(known);
        typed
    }
}
