//! Operators by precedence.

use crate::ast::{Expr, ExprKind, Literal};
use crate::diagnostic::Diagnostic;
use crate::lexer::{TokenKind, lex};
use crate::parser::cursor::{Cursor, deepest};
use crate::parser::member::member;

/// Parses one expression.
///
/// # Errors
/// The first place where the text is not CEL, or nests too deeply.
///
/// ```
/// assert!(hit_cel::parse("self.ranges.all(r, r.start <= r.end)").is_ok());
/// assert_eq!(hit_cel::parse("1 +").unwrap_err().at, 3);
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
    let condition = binary(cursor, 1)?;
    let result = if cursor.is("?") {
        conditional(cursor, condition)?
    } else {
        condition
    };
    cursor.leave();
    Ok(result)
}

fn conditional(cursor: &mut Cursor, condition: Expr) -> Result<Expr, Diagnostic> {
    let question = cursor.expect("?")?;
    let then = binary(cursor, 1)?;
    cursor.expect(":")?;
    let otherwise = expression(cursor)?;
    let span = condition.span.to(otherwise.span);
    let below = deepest([&condition, &then, &otherwise]);
    let parts = Box::new([condition, then, otherwise]);
    cursor.node(ExprKind::Conditional(parts), span, question.start, below)
}

/// A binary operator: how strongly it binds, and its function.
fn operator(token: &TokenKind) -> Option<(u8, &'static str)> {
    Some(match token {
        TokenKind::Punct("||") => (1, "||"),
        TokenKind::Punct("&&") => (2, "&&"),
        TokenKind::Keyword("in") => (3, "@in"),
        TokenKind::Punct("==") => (3, "_==_"),
        TokenKind::Punct("!=") => (3, "_!=_"),
        TokenKind::Punct("<") => (3, "_<_"),
        TokenKind::Punct("<=") => (3, "_<=_"),
        TokenKind::Punct(">") => (3, "_>_"),
        TokenKind::Punct(">=") => (3, "_>=_"),
        TokenKind::Punct("+") => (4, "_+_"),
        TokenKind::Punct("-") => (4, "_-_"),
        TokenKind::Punct("*") => (5, "_*_"),
        TokenKind::Punct("/") => (5, "_/_"),
        TokenKind::Punct("%") => (5, "_%_"),
        _ => return None,
    })
}

/// Operands joined by operators that bind at least this strongly; all
/// associate to the left.
fn binary(cursor: &mut Cursor, least: u8) -> Result<Expr, Diagnostic> {
    let mut result = unary(cursor)?;
    while let Some((strength, function)) =
        operator(cursor.peek()).filter(|(strength, _)| *strength >= least)
    {
        let at = cursor.take().span.start;
        let right = binary(cursor, strength + 1)?;
        result = joined(cursor, function, at, result, right)?;
    }
    Ok(result)
}

fn joined(
    cursor: &Cursor,
    function: &'static str,
    at: usize,
    left: Expr,
    right: Expr,
) -> Result<Expr, Diagnostic> {
    let (span, below) = (left.span.to(right.span), deepest([&left, &right]));
    let left = match extended(function, left, right) {
        Ok(chain) => return cursor.node(chain.kind, span, chain.at, chain.depth - 1),
        Err(operands) => operands,
    };
    let args = Vec::from(left as Box<[Expr]>);
    let kind = match function {
        "||" => ExprKind::Or(args),
        "&&" => ExprKind::And(args),
        _ => ExprKind::Call {
            target: None,
            function: function.into(),
            args,
        },
    };
    cursor.node(kind, span, at, below)
}

/// A chain of one logical operator is one flat node: the left one with one more operand.
fn extended(function: &str, mut left: Expr, right: Expr) -> Result<Expr, Box<[Expr; 2]>> {
    match (function, &mut left.kind) {
        ("||", ExprKind::Or(operands)) | ("&&", ExprKind::And(operands)) => {
            left.depth = left.depth.max(right.depth + 1);
            operands.push(right);
            Ok(left)
        }
        _ => Err(Box::new([left, right])),
    }
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
    if function == "-_"
        && let Some(literal) = negative(cursor)?
    {
        let span = at.to(cursor.take().span);
        let literal = cursor.node(ExprKind::Literal(literal), span, at.start, 0)?;
        return member(cursor, Some(literal));
    }
    cursor.enter()?;
    let operand = unary(cursor)?;
    cursor.leave();
    let (span, below) = (at.to(operand.span), operand.depth);
    let kind = ExprKind::Call {
        target: None,
        function: function.into(),
        args: vec![operand],
    };
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
