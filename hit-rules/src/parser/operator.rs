//! Operators by precedence.

use crate::ast::{Expr, ExprKind, Literal};
use crate::diagnostic::Diagnostic;
use crate::lexer::{TokenKind, lex};
use crate::parser::cursor::{Cursor, deepest};
use crate::parser::member::member;
use crate::span::Span;

/// Parses one expression.
///
/// # Errors
/// The first place where the text is not CEL, or nests too deeply.
///
/// ```
/// assert!(hit_rules::parse("self.ranges.all(r, r.start <= r.end)").is_ok());
/// assert_eq!(hit_rules::parse("1 +").unwrap_err().at, 3);
/// ```
pub fn parse(text: &str) -> Result<Expr, Diagnostic> {
    let mut cursor = Cursor::new(lex(text)?);
    let root = expression(&mut cursor)?;
    match cursor.peek() {
        TokenKind::End => Ok(root),
        _ => Err(cursor.unexpected("the end or an operator")),
    }
}

impl Cursor {
    /// A whole expression. A method, so that the files below this one need not import it.
    pub fn expression(&mut self) -> Result<Expr, Diagnostic> {
        expression(self)
    }
}

/// The conditional operator binds weakest.
fn expression(cursor: &mut Cursor) -> Result<Expr, Diagnostic> {
    cursor.enter()?;
    let condition = logical(cursor, "||")?;
    let result = match cursor.take_if("?") {
        None => condition,
        Some(question) => {
            let then = logical(cursor, "||")?;
            cursor.expect(":")?;
            let otherwise = expression(cursor)?;
            let span = condition.span.to(otherwise.span);
            let below = deepest([&condition, &then, &otherwise]);
            let parts = Box::new([condition, then, otherwise]);
            cursor.node(ExprKind::Conditional(parts), span, question.start, below)?
        }
    };
    cursor.leave();
    Ok(result)
}

fn logical(cursor: &mut Cursor, operator: &'static str) -> Result<Expr, Diagnostic> {
    let operand = |cursor: &mut Cursor| if operator == "||" { logical(cursor, "&&") } else { relation(cursor) };
    let first = operand(cursor)?;
    if !cursor.is(operator) {
        return Ok(first);
    }
    let at = cursor.span().start;
    let mut operands = vec![first];
    while cursor.take_if(operator).is_some() {
        operands.push(operand(cursor)?);
    }
    let span = operands.iter().fold(Span::new(at, at), |span, operand| span.to(operand.span));
    let below = deepest(&operands);
    let kind = if operator == "||" { ExprKind::Or(operands) } else { ExprKind::And(operands) };
    cursor.node(kind, span, at, below)
}

fn relation(cursor: &mut Cursor) -> Result<Expr, Diagnostic> {
    left(cursor, sum, |token| match token {
        TokenKind::Keyword("in") => Some("@in"),
        TokenKind::Punct("==") => Some("_==_"),
        TokenKind::Punct("!=") => Some("_!=_"),
        TokenKind::Punct("<") => Some("_<_"),
        TokenKind::Punct("<=") => Some("_<=_"),
        TokenKind::Punct(">") => Some("_>_"),
        TokenKind::Punct(">=") => Some("_>=_"),
        _ => None,
    })
}

fn sum(cursor: &mut Cursor) -> Result<Expr, Diagnostic> {
    left(cursor, product, |token| match token {
        TokenKind::Punct("+") => Some("_+_"),
        TokenKind::Punct("-") => Some("_-_"),
        _ => None,
    })
}

fn product(cursor: &mut Cursor) -> Result<Expr, Diagnostic> {
    left(cursor, unary, |token| match token {
        TokenKind::Punct("*") => Some("_*_"),
        TokenKind::Punct("/") => Some("_/_"),
        TokenKind::Punct("%") => Some("_%_"),
        _ => None,
    })
}

fn left(
    cursor: &mut Cursor,
    operand: fn(&mut Cursor) -> Result<Expr, Diagnostic>,
    operator: fn(&TokenKind) -> Option<&'static str>,
) -> Result<Expr, Diagnostic> {
    let mut result = operand(cursor)?;
    while let Some(function) = operator(cursor.peek()) {
        let at = cursor.take().span.start;
        let right = operand(cursor)?;
        let (span, below) = (result.span.to(right.span), deepest([&result, &right]));
        let kind = ExprKind::Call { target: None, function: function.into(), args: vec![result, right] };
        result = cursor.node(kind, span, at, below)?;
    }
    Ok(result)
}

fn unary(cursor: &mut Cursor) -> Result<Expr, Diagnostic> {
    let Some(function) = (match cursor.peek() {
        TokenKind::Punct("!") => Some("!_"),
        TokenKind::Punct("-") => Some("-_"),
        _ => None,
    }) else {
        return member(cursor, None);
    };
    let at = cursor.take().span;
    if function == "-_" && let Some(literal) = negative(cursor)? {
        let span = at.to(cursor.take().span);
        let literal = cursor.node(ExprKind::Literal(literal), span, at.start, 0)?;
        return member(cursor, Some(literal));
    }
    cursor.enter()?;
    let operand = unary(cursor)?;
    cursor.leave();
    let (span, below) = (at.to(operand.span), operand.depth);
    let kind = ExprKind::Call { target: None, function: function.into(), args: vec![operand] };
    cursor.node(kind, span, at.start, below)
}

/// A number after `-` is one literal with it, so that the smallest integer can be written.
fn negative(cursor: &Cursor) -> Result<Option<Literal>, Diagnostic> {
    let span = cursor.span();
    match cursor.peek() {
        TokenKind::Double(value) => Ok(Some(Literal::Double(-value))),
        TokenKind::Int(magnitude) => match 0i64.checked_sub_unsigned(*magnitude) {
            Some(value) => Ok(Some(Literal::Int(value))),
            None => Err(Diagnostic::new("integer is out of range", span, span.start)),
        },
        _ => Ok(None),
    }
}
