//! A tree as an expression of the `regex` crate.

use std::fmt::Write;

use super::syntax::{Ast, Item, Set};

/// The expression for a tree without look-around and back-references.
pub(super) fn expression(ast: &Ast) -> String {
    let mut out = String::new();
    emit(ast, &mut out);
    out
}

/// The expression for one set.
pub(super) fn set_expression(set: &Set) -> String {
    let mut out = String::new();
    emit_set(set, &mut out);
    out
}

fn emit(ast: &Ast, out: &mut String) {
    match ast {
        Ast::Empty => {}
        Ast::Set(set) => emit_set(set, out),
        Ast::Start { .. } => out.push_str(r"\A"),
        Ast::End { .. } => out.push_str(r"\z"),
        Ast::Boundary { .. } => out.push_str(r"(?-u:\b)"),
        Ast::Group(_, inner) => emit_grouped(inner, out),
        // Such trees go to the other matchers.
        Ast::BackReference { .. } | Ast::Look { .. } => {}
        Ast::Repeat {
            inner, min, max, ..
        } => {
            emit_grouped(inner, out);
            emit_bounds(*min, *max, out);
        }
        Ast::Concat(parts) => parts.iter().for_each(|part| emit(part, out)),
        Ast::Alternate(parts) => {
            out.push_str("(?:");
            for (index, part) in parts.iter().enumerate() {
                if index > 0 {
                    out.push('|');
                }
                emit(part, out);
            }
            out.push(')');
        }
    }
}

fn emit_grouped(inner: &Ast, out: &mut String) {
    if let Ast::Set(_) | Ast::Alternate(_) = inner {
        return emit(inner, out);
    }
    out.push_str("(?:");
    emit(inner, out);
    out.push(')');
}

fn emit_bounds(min: u32, max: Option<u32>, out: &mut String) {
    match (min, max) {
        (0, None) => out.push('*'),
        (1, None) => out.push('+'),
        (0, Some(1)) => out.push('?'),
        (min, None) => push(out, format_args!("{{{min},}}")),
        (min, Some(max)) => push(out, format_args!("{{{min},{max}}}")),
    }
}

fn push(out: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = out.write_fmt(arguments);
}

fn emit_set(set: &Set, out: &mut String) {
    if let (false, false, [Item::Range(first, last)]) = (set.negated, set.ignore_case, &*set.items)
        && first == last
        && char::from_u32(*first).is_some()
    {
        return push(out, format_args!(r"\x{{{first:X}}}"));
    }
    let mut items = String::new();
    set.items
        .iter()
        .for_each(|item| emit_item(item, &mut items));
    match (set.ignore_case, set.negated, items.is_empty()) {
        (_, true, true) => out.push_str("(?s:.)"),
        (_, false, true) => out.push_str("[a&&b]"),
        (false, true, _) => push(out, format_args!("[^{items}]")),
        (false, false, _) => push(out, format_args!("[{items}]")),
        (true, true, _) => push(out, format_args!("(?i:[^{items}])")),
        (true, false, _) => push(out, format_args!("(?i:[{items}])")),
    }
}

fn emit_item(item: &Item, out: &mut String) {
    match item {
        Item::Range(first, last) => emit_range(*first, *last, out),
        Item::Named { name, negated } => {
            out.push_str(if *negated { "[^" } else { "" });
            for (first, last) in name.ranges() {
                emit_range(*first, *last, out);
            }
            out.push_str(if *negated { "]" } else { "" });
        }
        Item::Property { name, negated } => {
            push(
                out,
                format_args!(r"\{}{{{name}}}", if *negated { 'P' } else { 'p' }),
            );
        }
    }
}

/// Writes a range without the surrogates, which no Rust string holds.
fn emit_range(first: u32, last: u32, out: &mut String) {
    for (first, last) in [(first, last.min(0xD7FF)), (first.max(0xE000), last)] {
        match first.cmp(&last) {
            std::cmp::Ordering::Less => push(out, format_args!(r"\x{{{first:X}}}-\x{{{last:X}}}")),
            std::cmp::Ordering::Equal => push(out, format_args!(r"\x{{{first:X}}}")),
            std::cmp::Ordering::Greater => {}
        }
    }
}
