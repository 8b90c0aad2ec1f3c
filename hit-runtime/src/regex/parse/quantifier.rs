//! `*`, `+`, `?` and `{…}`.

use crate::regex::error::PatternError;
use crate::regex::syntax::Ast;

use super::cursor::Cursor;

/// The atom with the quantifier that follows it, if one does.
pub(super) fn quantified(cursor: &mut Cursor, atom: Ast) -> Result<Ast, PatternError> {
    let bounds = match cursor.peek() {
        Some('*') => Some((0, None)),
        Some('+') => Some((1, None)),
        Some('?') => Some((0, Some(1))),
        Some('{') => return braced(cursor, atom),
        _ => None,
    };
    let Some((min, max)) = bounds else {
        return Ok(atom);
    };
    cursor.at += 1;
    Ok(repeat(cursor, atom, min, max))
}

fn braced(cursor: &mut Cursor, atom: Ast) -> Result<Ast, PatternError> {
    let start = cursor.at;
    cursor.at += 1;
    let Some((min, max)) = bounds(cursor) else {
        cursor.at = start;
        if cursor.lenient() {
            // A literal brace (annex B); the next term reads it.
            return Ok(atom);
        }
        return Err(cursor.error("`{` needs a backslash"));
    };
    if max.is_some_and(|max| max < min) {
        return Err(PatternError::new(
            start,
            "a quantifier's bounds are out of order",
        ));
    }
    Ok(repeat(cursor, atom, min, max))
}

/// `n}`, `n,}` or `n,m}` after a brace; eats nothing where it is none of them.
pub(super) fn bounds(cursor: &mut Cursor) -> Option<(u32, Option<u32>)> {
    let start = cursor.at;
    let found = read_bounds(cursor);
    if found.is_none() {
        cursor.at = start;
    }
    found
}

fn read_bounds(cursor: &mut Cursor) -> Option<(u32, Option<u32>)> {
    let min = cursor.number()?;
    if cursor.eat('}') {
        return Some((min, Some(min)));
    }
    if !cursor.eat(',') {
        return None;
    }
    let max = cursor.number();
    cursor.eat('}').then_some((min, max))
}

fn repeat(cursor: &mut Cursor, inner: Ast, min: u32, max: Option<u32>) -> Ast {
    let greedy = !cursor.eat('?');
    Ast::Repeat {
        inner: Box::new(inner),
        min,
        max,
        greedy,
    }
}
