//! Which elements make a rule fail.

use crate::rules::typed::{Typed, TypedComprehension, TypedKind};
use crate::rules::types::{Type, TypeTable};
use hit_cel::ast::Macro;

/// A part of a rule of the form `self.a.b.all(v, P)`.
#[derive(Clone, Debug)]
pub struct Each<'a> {
    /// The macro.
    pub inner: &'a TypedComprehension,
    /// The members that lead from `self` to the list.
    pub path: Vec<String>,
}

/// The rule as such a part, if it is one.
pub fn each<'a>(typed: &'a Typed, types: &TypeTable) -> Option<Each<'a>> {
    let TypedKind::Comprehension(inner) = &typed.kind else {
        return None;
    };
    let shaped =
        inner.kind == Macro::All && inner.slot == 0 && matches!(inner.range.ty, Type::List(_));
    members(&inner.range, types)
        .filter(|_| shaped)
        .map(|path| Each { inner, path })
}

/// The part of the form `self.a.all(v, P)` that stands outermost: alone, in a
/// conjunction, or last in a disjunction (`!has(self.a) || self.a.all(v, P)`).
pub fn outermost<'a>(typed: &'a Typed, types: &TypeTable) -> Option<Each<'a>> {
    match &typed.kind {
        TypedKind::And(operands) => operands
            .iter()
            .find_map(|operand| outermost(operand, types)),
        TypedKind::Or(operands) => operands
            .last()
            .and_then(|operand| outermost(operand, types)),
        _ => each(typed, types),
    }
}

/// The names of the members that lead from `self` to an expression.
pub fn members(typed: &Typed, types: &TypeTable) -> Option<Vec<String>> {
    match &typed.kind {
        TypedKind::Variable(name) if &**name == "self" => Some(Vec::new()),
        TypedKind::Select {
            operand,
            field,
            optional: false,
        } => {
            let mut path = members(operand, types)?;
            match &operand.ty {
                Type::Object(object) => {
                    path.push(types.object(object)?.fields.get(field)?.member.clone())
                }
                Type::Map(_) => path.push(field.to_string()),
                _ => return None,
            }
            Some(path)
        }
        _ => None,
    }
}
