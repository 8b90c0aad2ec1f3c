//! What a rule reads of `self`: where that is invalid, the rule says nothing.

use hit_cel::ast::{Expr, ExprKind};
use hit_cel::unescape;

use crate::cel::{Piece, children};
use crate::emit::nested::pointer;

/// JSON Pointers below `self` as far as selections go, `*` for every element;
/// and whether all of the value is read, or only that it is there.
pub fn inputs<'r>(pieces: impl Iterator<Item = &'r Piece>) -> Vec<(String, bool)> {
    let mut reader = Reader::default();
    pieces.for_each(|piece| reader.expression(&piece.tree));
    reader.found.sort();
    reader.found.dedup();
    reader.found
}

#[derive(Default)]
struct Reader {
    found: Vec<(String, bool)>,
    /// The variables of macros, with the pointer of what they stand for.
    locals: Vec<(String, Option<String>)>,
}

impl Reader {
    fn expression(&mut self, expr: &Expr) {
        if let Some(path) = self.path(expr) {
            self.found.push((path, true));
            return;
        }
        match &expr.kind {
            // Whether a member is there does not depend on its value.
            ExprKind::Has { operand, .. } if self.path(operand).is_some() => {}
            ExprKind::Comprehension(inner) => {
                let range = self.path(&inner.range);
                match &range {
                    Some(path) => self.found.push((path.clone(), false)),
                    None => self.expression(&inner.range),
                }
                let known = self.locals.len();
                for variable in &inner.variables {
                    let place = range.as_ref().map(|path| format!("{path}/*"));
                    self.locals.push((variable.name.to_string(), place));
                }
                inner
                    .filter
                    .iter()
                    .for_each(|filter| self.expression(filter));
                self.expression(&inner.body);
                self.locals.truncate(known);
            }
            _ => children(expr)
                .into_iter()
                .for_each(|child| self.expression(child)),
        }
    }

    /// The pointer of a chain of selections from `self` or an element.
    fn path(&self, expr: &Expr) -> Option<String> {
        match &expr.kind {
            ExprKind::Ident { name, .. } => {
                match self
                    .locals
                    .iter()
                    .rev()
                    .find(|(local, _)| **local == **name)
                {
                    Some((_, place)) => place.clone(),
                    None => (&**name == "self").then(String::new),
                }
            }
            ExprKind::Select { operand, field, .. } => {
                let name = if field.quoted {
                    field.name.to_string()
                } else {
                    unescape(&field.name)
                };
                Some(format!("{}/{}", self.path(operand)?, pointer(&name)))
            }
            _ => None,
        }
    }
}
