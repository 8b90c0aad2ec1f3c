//! What a rule reads of `self`: where that is invalid, the rule says nothing.

use hit_cel::ast::{Expr, ExprKind};
use hit_cel::unescape;

use crate::cel::children;
use crate::emit::nested::pointer;
use crate::emit::rule::Read;

/// JSON Pointers below `self`, as far as selections go.
pub fn inputs<'r>(pieces: impl Iterator<Item = &'r Read>) -> Vec<String> {
    let mut found = Vec::new();
    for piece in pieces {
        visit(&piece.tree, &mut found);
    }
    found.sort();
    found.dedup();
    found
}

fn visit(expr: &Expr, found: &mut Vec<String>) {
    if let Some(path) = path(expr) {
        found.push(path);
        return;
    }
    for child in children(expr) {
        visit(child, found);
    }
}

/// The pointer of a chain of selections from `self`.
fn path(expr: &Expr) -> Option<String> {
    match &expr.kind {
        ExprKind::Ident { name, .. } if &**name == "self" => Some(String::new()),
        ExprKind::Select { operand, field, .. } | ExprKind::Has { operand, field } => {
            let name = if field.quoted { field.name.to_string() } else { unescape(&field.name) };
            Some(format!("{}/{}", path(operand)?, pointer(&name)))
        }
        _ => None,
    }
}
