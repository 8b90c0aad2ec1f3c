//! `[…]`.

use crate::regex::error::PatternError;
use crate::regex::syntax::{Item, Set};

use super::cursor::Cursor;
use super::escape::{Escape, class_escape};

/// A class after its `[`.
pub(super) fn class(cursor: &mut Cursor) -> Result<Set, PatternError> {
    let start = cursor.at;
    let negated = cursor.eat('^');
    let mut items = Vec::new();
    while !cursor.eat(']') {
        let unclosed = || PatternError::new(start - 1, "a bracket is never closed");
        let first = member(cursor)?.ok_or_else(unclosed)?;
        if cursor.peek() != Some('-') || cursor.chars.get(cursor.at + 1) == Some(&']') {
            items.push(single(first));
            continue;
        }
        cursor.at += 1;
        let last = member(cursor)?.ok_or_else(unclosed)?;
        range(cursor, first, last, &mut items)?;
    }
    Ok(Set {
        negated,
        ignore_case: cursor.flags.ignore_case,
        items,
    })
}

/// One character or escape; `None` at the end of the pattern.
fn member(cursor: &mut Cursor) -> Result<Option<Escape>, PatternError> {
    match cursor.next() {
        None => Ok(None),
        Some('\\') => class_escape(cursor).map(Some),
        Some(c) => Ok(Some(Escape::Char(c.into()))),
    }
}

fn single(member: Escape) -> Item {
    match member {
        Escape::Set(item) => item,
        Escape::Char(code) => Item::Range(code, code),
        // `class_escape` returns neither.
        Escape::Boundary { .. } | Escape::BackReference(_) => Item::Range(8, 8),
    }
}

fn range(
    cursor: &Cursor,
    first: Escape,
    last: Escape,
    items: &mut Vec<Item>,
) -> Result<(), PatternError> {
    match (first, last) {
        (Escape::Char(first), Escape::Char(last)) if first <= last => {
            items.push(Item::Range(first, last));
        }
        (Escape::Char(_), Escape::Char(_)) => {
            return Err(cursor.error("a range in brackets is out of order"));
        }
        // `[\w-.]`: the hyphen is itself (annex B).
        (first, last) if cursor.lenient() => {
            items.extend([single(first), Item::Range(0x2D, 0x2D), single(last)]);
        }
        _ => return Err(cursor.error("a set cannot be the end of a range")),
    }
    Ok(())
}
