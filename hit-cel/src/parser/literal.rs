//! What stands at the beginning of a member chain: literals, names, lists, maps.

use crate::ast::{Element, Entry, Expr, ExprKind, Literal};
use crate::diagnostic::Diagnostic;
use crate::lexer::{Token, TokenKind};
use crate::parser::cursor::{Cursor, deepest};
use crate::span::Span;

/// Words that a future CEL may use, and that no variable may have as its name.
const RESERVED: &[&str] = &[
    "as",
    "break",
    "const",
    "continue",
    "else",
    "for",
    "function",
    "if",
    "import",
    "let",
    "loop",
    "package",
    "namespace",
    "return",
    "var",
    "void",
    "while",
];

/// Anything that needs no operand before it. Calls are the caller's.
pub fn primary(cursor: &mut Cursor) -> Result<Expr, Diagnostic> {
    let span = cursor.span();
    match cursor.peek().clone() {
        TokenKind::Punct("(") => group(cursor),
        TokenKind::Punct("[") => list(cursor),
        TokenKind::Punct("{") => map(cursor),
        TokenKind::Punct(".") => {
            cursor.take();
            name(cursor, span, true)
        }
        TokenKind::Ident(_) => name(cursor, span, false),
        _ => literal(cursor),
    }
}

fn literal(cursor: &mut Cursor) -> Result<Expr, Diagnostic> {
    let span = cursor.span();
    let literal = match cursor.peek().clone() {
        TokenKind::Keyword("null") => Literal::Null,
        TokenKind::Keyword("true") => Literal::Bool(true),
        TokenKind::Keyword("false") => Literal::Bool(false),
        TokenKind::Int(value) => Literal::Int(
            i64::try_from(value)
                .map_err(|_| Diagnostic::new("integer is out of range", span, span.start))?,
        ),
        TokenKind::UInt(value) => Literal::UInt(value),
        TokenKind::Double(value) => Literal::Double(value),
        TokenKind::String(text) => Literal::String(text),
        TokenKind::Bytes(bytes) => Literal::Bytes(bytes),
        _ => return Err(cursor.unexpected("an expression")),
    };
    cursor.take();
    cursor.node(ExprKind::Literal(literal), span, span.start, 0)
}

fn name(cursor: &mut Cursor, start: Span, absolute: bool) -> Result<Expr, Diagnostic> {
    let Token {
        kind: TokenKind::Ident(name),
        span,
    } = cursor.take()
    else {
        return Err(Diagnostic::new(
            "syntax error: expected a name",
            start,
            start.start,
        ));
    };
    if RESERVED.contains(&&*name) {
        return Err(Diagnostic::new(
            format!("syntax error: '{name}' is a reserved word"),
            span,
            span.start,
        ));
    }
    cursor.node(
        ExprKind::Ident { name, absolute },
        start.to(span),
        start.start,
        0,
    )
}

fn group(cursor: &mut Cursor) -> Result<Expr, Diagnostic> {
    let open = cursor.expect("(")?;
    let mut inner = cursor.expression()?;
    let close = cursor.expect(")")?;
    inner.span = open.to(close);
    Ok(inner)
}

fn list(cursor: &mut Cursor) -> Result<Expr, Diagnostic> {
    let open = cursor.expect("[")?;
    let mut elements = Vec::new();
    while !cursor.is("]") {
        let optional = cursor.take_if("?").is_some();
        elements.push(Element {
            value: cursor.expression()?,
            optional,
        });
        if cursor.take_if(",").is_none() {
            break;
        }
    }
    let close = cursor.expect("]")?;
    let below = deepest(elements.iter().map(|element| &element.value));
    cursor.node(ExprKind::List(elements), open.to(close), open.start, below)
}

fn map(cursor: &mut Cursor) -> Result<Expr, Diagnostic> {
    let open = cursor.expect("{")?;
    let mut entries = Vec::new();
    while !cursor.is("}") {
        let optional = cursor.take_if("?").is_some();
        let key = cursor.expression()?;
        cursor.expect(":")?;
        entries.push(Entry {
            key,
            value: cursor.expression()?,
            optional,
        });
        if cursor.take_if(",").is_none() {
            break;
        }
    }
    let close = cursor.expect("}")?;
    let below = deepest(entries.iter().flat_map(|entry| [&entry.key, &entry.value]));
    cursor.node(ExprKind::Map(entries), open.to(close), open.start, below)
}
