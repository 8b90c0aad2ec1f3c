//! What `has(…)` says about the fields selected after it.

use std::sync::Arc;

use crate::typed::{Typed, TypedKind};

/// A chain of selections from a variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    root: Root,
    fields: Vec<Arc<str>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Root {
    Variable(Arc<str>),
    Local(usize),
}

impl Path {
    /// Whether the chain starts at a variable of the environment.
    pub fn is_of(&self, variable: &str) -> bool {
        matches!(&self.root, Root::Variable(name) if &**name == variable)
    }
}

/// The chain that an expression is, if it is one.
pub fn path(typed: &Typed) -> Option<Path> {
    match &typed.kind {
        TypedKind::Variable(name) => Some(Path {
            root: Root::Variable(name.clone()),
            fields: Vec::new(),
        }),
        TypedKind::Local(slot) => Some(Path {
            root: Root::Local(*slot),
            fields: Vec::new(),
        }),
        TypedKind::Select {
            operand,
            field,
            optional: false,
        } => field_path(operand, field),
        _ => None,
    }
}

/// The chain of a field of an expression.
pub fn field_path(operand: &Typed, field: &Arc<str>) -> Option<Path> {
    let mut path = path(operand)?;
    path.fields.push(field.clone());
    Some(path)
}

/// The fields that are present if the expression is true.
pub fn if_true(typed: &Typed) -> Vec<Path> {
    match &typed.kind {
        TypedKind::Has { operand, field } => {
            field_path(operand, field).map(prefixes).unwrap_or_default()
        }
        TypedKind::And(operands) => operands.iter().flat_map(if_true).collect(),
        TypedKind::Call(call) if call.name == "!_" => {
            call.args.first().map(if_false).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// The fields that are present if the expression is false.
pub fn if_false(typed: &Typed) -> Vec<Path> {
    match &typed.kind {
        TypedKind::Or(operands) => operands.iter().flat_map(if_false).collect(),
        TypedKind::Call(call) if call.name == "!_" => {
            call.args.first().map(if_true).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// `has(a.b.c)` could only be answered because `a.b` is there.
fn prefixes(path: Path) -> Vec<Path> {
    (1..=path.fields.len())
        .map(|len| Path {
            root: path.root.clone(),
            fields: path.fields.iter().take(len).cloned().collect(),
        })
        .collect()
}
