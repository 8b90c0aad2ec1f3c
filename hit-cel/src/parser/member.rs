//! Chains of selections, indexes and calls.

use std::sync::Arc;

use crate::ast::{Expr, ExprKind, Field};
use crate::diagnostic::Diagnostic;
use crate::lexer::{Token, TokenKind};
use crate::parser::cursor::{Cursor, deepest};
use crate::parser::literal::primary;
use crate::parser::macros;
use crate::span::Span;

/// A primary expression and everything chained to it.
pub fn member(cursor: &mut Cursor, start: Option<Expr>) -> Result<Expr, Diagnostic> {
    let mut result = match start {
        Some(start) => start,
        None => head(cursor)?,
    };
    loop {
        if cursor.is(".") {
            result = dotted(cursor, result)?;
        } else if cursor.is("[") {
            result = indexed(cursor, result)?;
        } else if cursor.is("{") && qualified(&result).is_some() {
            result = message(cursor, result)?;
        } else {
            return Ok(result);
        }
    }
}

fn head(cursor: &mut Cursor) -> Result<Expr, Diagnostic> {
    let first = primary(cursor)?;
    if !cursor.is("(") {
        return Ok(first);
    }
    let ExprKind::Ident { name, absolute: _ } = &first.kind else {
        return Ok(first);
    };
    let (function, start) = (name.clone(), first.span);
    let (args, open, close) = arguments(cursor)?;
    macros::global(cursor, function, args, start.to(close), open.start)
}

fn dotted(cursor: &mut Cursor, operand: Expr) -> Result<Expr, Diagnostic> {
    let dot = cursor.expect(".")?;
    let optional = cursor.take_if("?").is_some();
    let field = field(cursor)?;
    if cursor.is("(") && !optional && !field.quoted {
        let (args, open, close) = arguments(cursor)?;
        let span = operand.span.to(close);
        return macros::method(cursor, operand, field.name, args, span, open.start);
    }
    let (span, below) = (operand.span.to(field.span), operand.depth);
    let kind = ExprKind::Select {
        operand: Box::new(operand),
        field,
        optional,
    };
    cursor.node(kind, span, dot.start, below)
}

fn field(cursor: &mut Cursor) -> Result<Field, Diagnostic> {
    let wrong = cursor.unexpected("a field name");
    match cursor.take() {
        Token {
            kind: TokenKind::Ident(name),
            span,
        } => Ok(Field {
            name,
            quoted: false,
            span,
        }),
        Token {
            kind: TokenKind::Quoted(name),
            span,
        } => Ok(Field {
            name,
            quoted: true,
            span,
        }),
        _ => Err(wrong),
    }
}

fn indexed(cursor: &mut Cursor, operand: Expr) -> Result<Expr, Diagnostic> {
    let open = cursor.expect("[")?;
    let function = if cursor.take_if("?").is_some() {
        "_[?_]"
    } else {
        "_[_]"
    };
    let index = cursor.expression()?;
    let close = cursor.expect("]")?;
    let (span, below) = (operand.span.to(close), deepest([&operand, &index]));
    let kind = ExprKind::Call {
        target: None,
        function: function.into(),
        args: vec![operand, index],
    };
    cursor.node(kind, span, open.start, below)
}

fn arguments(cursor: &mut Cursor) -> Result<(Vec<Expr>, Span, Span), Diagnostic> {
    let open = cursor.expect("(")?;
    let mut args = Vec::new();
    while !cursor.is(")") {
        args.push(cursor.expression()?);
        if cursor.take_if(",").is_none() {
            break;
        }
    }
    let close = cursor.expect(")")?;
    Ok((args, open, close))
}

/// `pkg.Type{…}`: read to its end, refused by the checker.
fn message(cursor: &mut Cursor, name: Expr) -> Result<Expr, Diagnostic> {
    let text = qualified(&name).unwrap_or_default();
    cursor.expect("{")?;
    while !cursor.is("}") {
        cursor.take_if("?");
        field(cursor)?;
        cursor.expect(":")?;
        cursor.expression()?;
        if cursor.take_if(",").is_none() {
            break;
        }
    }
    let span = name.span.to(cursor.expect("}")?);
    cursor.node(ExprKind::Struct(text), span, name.at, 0)
}

/// `a.b.c` as one name, where the expression is nothing but names.
fn qualified(expr: &Expr) -> Option<String> {
    let mut parts: Vec<Arc<str>> = Vec::new();
    let mut at = expr;
    loop {
        match &at.kind {
            ExprKind::Ident { name, .. } => {
                parts.push(name.clone());
                parts.reverse();
                return Some(parts.join("."));
            }
            ExprKind::Select {
                operand,
                field,
                optional: false,
            } => {
                parts.push(field.name.clone());
                at = operand;
            }
            _ => return None,
        }
    }
}
