//! The tree of an expression.

use hit_cel::ast::{Expr, ExprKind};

/// The parts of an expression.
pub fn children(expr: &Expr) -> Vec<&Expr> {
    match &expr.kind {
        ExprKind::Select { operand, .. } | ExprKind::Has { operand, .. } => vec![operand],
        ExprKind::Call { target, args, .. } => target.iter().map(|it| &**it).chain(args).collect(),
        ExprKind::And(operands) | ExprKind::Or(operands) => operands.iter().collect(),
        ExprKind::Conditional(parts) => parts.iter().collect(),
        ExprKind::List(elements) => elements.iter().map(|it| &it.value).collect(),
        ExprKind::Map(entries) => entries.iter().flat_map(|it| [&it.key, &it.value]).collect(),
        ExprKind::Comprehension(inner) => [&inner.range]
            .into_iter()
            .chain(&inner.filter)
            .chain([&inner.body])
            .collect(),
        ExprKind::Bind(inner) => vec![&inner.value, &inner.body],
        ExprKind::Literal(_) | ExprKind::Ident { .. } | ExprKind::Struct(_) => Vec::new(),
    }
}
