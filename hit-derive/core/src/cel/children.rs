//! The tree of an expression.

use hit_cel::ast::{Expr, ExprKind};

/// The parts of an expression.
pub fn children(expr: &Expr) -> Vec<&Expr> {
    match &expr.kind {
        ExprKind::Select { operand, .. } | ExprKind::Has { operand, .. } => vec![operand],
        ExprKind::Call { target, args, .. } => {
            let mut parts: Vec<&Expr> = target.as_deref().into_iter().collect();
            parts.extend(args);
            parts
        }
        ExprKind::And(operands) | ExprKind::Or(operands) => operands.iter().collect(),
        ExprKind::Conditional(parts) => parts.iter().collect(),
        ExprKind::List(elements) => elements.iter().map(|it| &it.value).collect(),
        ExprKind::Map(entries) => {
            let mut parts = Vec::with_capacity(2 * entries.len());
            for entry in entries {
                parts.extend([&entry.key, &entry.value]);
            }
            parts
        }
        ExprKind::Comprehension(inner) => {
            let mut parts = vec![&inner.range];
            parts.extend(&inner.filter);
            parts.push(&inner.body);
            parts
        }
        ExprKind::Bind(inner) => vec![&inner.value, &inner.body],
        ExprKind::Literal(_) | ExprKind::Ident { .. } | ExprKind::Struct(_) => Vec::new(),
    }
}
