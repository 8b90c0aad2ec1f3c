//! Rules as texts that are the same where the rules demand the same: how a
//! rule is spelt does not count, the types of what it reads do.

use std::fmt::Write;

use hit_rules::schema::Placed;
use hit_rules::typed::{Typed, TypedKind};
use hit_rules::types::{Type, TypeTable};

/// The text of a rule, its id first.
pub(super) fn identity(placed: &Placed<'_>, table: &TypeTable) -> String {
    let entry = &placed.entry.entry;
    let mut out = format!(
        "{}\0{:?}{:?}",
        entry.id, entry.severity, entry.optional_old_self
    );
    if placed.open {
        // Of which values it speaks at all.
        out.push_str("open:");
        deep(placed.ty, table, &mut Vec::new(), &mut out);
    }
    for (name, checked) in [("when", &placed.entry.when), ("rule", &placed.entry.rule)] {
        if let Some(checked) = checked {
            let _ = write!(out, ";{name}:");
            text(&checked.root, table, &mut out);
        }
    }
    out
}

/// The text of an expression.
pub(super) fn text(typed: &Typed, table: &TypeTable, out: &mut String) {
    let _ = match &typed.kind {
        TypedKind::Constant(literal) => write!(out, "{literal:?}"),
        TypedKind::TypeName(name) => write!(out, "type {name:?}"),
        TypedKind::Variable(name) => write!(out, "${name}"),
        TypedKind::Local(slot) => write!(out, "#{slot}"),
        TypedKind::Select {
            operand,
            field,
            optional,
        } => {
            path(operand, table, out);
            write!(out, "{}{field:?}", if *optional { ".?" } else { "." })
        }
        TypedKind::Has { operand, field } => {
            out.push_str("has ");
            path(operand, table, out);
            write!(out, ".{field:?}")
        }
        TypedKind::Call(call) => {
            let _ = write!(out, "{}", call.name);
            parts(&call.args, table, out);
            Ok(())
        }
        TypedKind::OrElse {
            value,
            other,
            unwrap,
        } => {
            let _ = write!(out, "or{unwrap}(");
            text(value, table, out);
            out.push(',');
            text(other, table, out);
            write!(out, ")")
        }
        TypedKind::And(operands) => {
            out.push('&');
            parts(operands, table, out);
            Ok(())
        }
        TypedKind::Or(operands) => {
            out.push('|');
            parts(operands, table, out);
            Ok(())
        }
        TypedKind::Conditional(operands) => {
            out.push('?');
            parts(operands.as_slice(), table, out);
            Ok(())
        }
        TypedKind::List(elements) => {
            out.push('[');
            for (element, optional) in elements {
                text(element, table, out);
                let _ = write!(out, "{optional},");
            }
            write!(out, "]")
        }
        TypedKind::Map(entries) => {
            out.push('{');
            for (key, value, optional) in entries {
                text(key, table, out);
                out.push(':');
                text(value, table, out);
                let _ = write!(out, "{optional},");
            }
            write!(out, "}}")
        }
        TypedKind::Comprehension(inner) => {
            let _ = write!(
                out,
                "{:?}{}@{}(",
                inner.kind,
                inner.variables.len(),
                inner.slot
            );
            text(&inner.range, table, out);
            if let Some(filter) = &inner.filter {
                out.push_str(" if ");
                text(filter, table, out);
            }
            out.push(',');
            text(&inner.body, table, out);
            write!(out, ")")
        }
        TypedKind::Bind(inner) => {
            let _ = write!(out, "{:?}@{}(", inner.kind, inner.slot);
            text(&inner.value, table, out);
            out.push(',');
            text(&inner.body, table, out);
            write!(out, ")")
        }
        TypedKind::Unresolved(name) => write!(out, "unresolved {name:?}"),
    };
    out.push('<');
    deep(&typed.ty, table, &mut Vec::new(), out);
    out.push('>');
}

fn parts(operands: &[Typed], table: &TypeTable, out: &mut String) {
    out.push('(');
    for operand in operands {
        text(operand, table, out);
        out.push(',');
    }
    out.push(')');
}

/// What a member is selected from: of an object only that member counts.
fn path(operand: &Typed, table: &TypeTable, out: &mut String) {
    if !matches!(operand.ty, Type::Object(_)) {
        return text(operand, table, out);
    }
    match &operand.kind {
        TypedKind::Variable(name) => {
            let _ = write!(out, "${name}");
        }
        TypedKind::Local(slot) => {
            let _ = write!(out, "#{slot}");
        }
        TypedKind::Select {
            operand,
            field,
            optional,
        } => {
            path(operand, table, out);
            let _ = write!(out, "{}{field:?}", if *optional { ".?" } else { "." });
        }
        _ => text(operand, table, out),
    }
}

/// The text of a type and all it is made of; `open` are the objects it stands
/// in.
fn deep(ty: &Type, table: &TypeTable, open: &mut Vec<usize>, out: &mut String) {
    match ty {
        Type::Object(object) => {
            if let Some(at) = open.iter().position(|index| *index == object.index) {
                let _ = write!(out, "^{at}");
                return;
            }
            open.push(object.index);
            out.push('{');
            let fields = table.object(object).map(|object| &object.fields);
            for (name, field) in fields.into_iter().flatten() {
                let _ = write!(out, "{name:?}={:?}:", field.member);
                deep(&field.ty, table, open, out);
                out.push(',');
            }
            out.push('}');
            open.pop();
        }
        Type::List(list) => {
            let _ = write!(out, "list{:?}(", list.kind);
            deep(&list.element, table, open, out);
            out.push(')');
        }
        Type::Enum(_) => out.push_str("String"),
        other => {
            let parameters = other.parameters();
            match parameters.is_empty() {
                true => {
                    let _ = write!(out, "{other:?}");
                }
                false => out.push_str(constructor(other)),
            }
            for parameter in parameters {
                out.push('(');
                deep(parameter, table, open, out);
                out.push(')');
            }
        }
    }
}

fn constructor(ty: &Type) -> &'static str {
    match ty {
        Type::Map(_) => "map",
        Type::Optional(_) => "optional",
        Type::Union(_) => "union",
        Type::Type(_) => "type",
        _ => "?",
    }
}
