//! Alternatives, sequences and terms.

use crate::regex::error::PatternError;
use crate::regex::syntax::{Ast, Set, Syntax};

use super::class::class;
use super::cursor::{Cursor, Flags, Mode};
use super::escape::{Escape, escape, group_named};
use super::group::{Opened, open};
use super::names::group_names;
use super::quantifier::{bounds, quantified};

/// Groups within groups, at most.
const MAX_DEPTH: usize = 150;

/// Parses a pattern.
pub(in crate::regex) fn parse(pattern: &str, mode: Mode) -> Result<Syntax, PatternError> {
    let chars: Vec<char> = pattern.chars().collect();
    let names = group_names(&chars);
    let groups = names.len();
    let flags = Flags::default();
    let mut cursor = Cursor {
        chars,
        at: 0,
        mode,
        flags,
        names,
        opened: 0,
        depth: 0,
    };
    let root = alternatives(&mut cursor)?;
    match cursor.peek() {
        None => Ok(Syntax { root, groups }),
        Some(_) => Err(cursor.error("a closing parenthesis without an opening one")),
    }
}

/// Everything up to the end or an unmatched `)`.
fn alternatives(cursor: &mut Cursor) -> Result<Ast, PatternError> {
    let mut parts = vec![sequence(cursor)?];
    while cursor.eat('|') {
        parts.push(sequence(cursor)?);
    }
    Ok(one_or(parts, Ast::Alternate))
}

fn sequence(cursor: &mut Cursor) -> Result<Ast, PatternError> {
    let mut parts = Vec::new();
    while !matches!(cursor.peek(), None | Some('|' | ')')) {
        parts.push(term(cursor)?);
    }
    Ok(one_or(parts, Ast::Concat))
}

fn one_or(mut parts: Vec<Ast>, many: fn(Vec<Ast>) -> Ast) -> Ast {
    match parts.len() {
        0 => Ast::Empty,
        1 => parts.pop().unwrap_or(Ast::Empty),
        _ => many(parts),
    }
}

fn term(cursor: &mut Cursor) -> Result<Ast, PatternError> {
    let flags = cursor.flags;
    let atom = match cursor.next() {
        Some('^') => {
            return Ok(Ast::Start {
                multiline: flags.multiline,
            });
        }
        Some('$') => {
            return Ok(Ast::End {
                multiline: flags.multiline,
            });
        }
        Some('.') if flags.dot_all => Ast::Set(Set::all()),
        Some('.') => Ast::Set(Set::dot()),
        Some('(') => match group(cursor)? {
            Ast::Look {
                behind,
                negated,
                inner,
            } if behind || !cursor.lenient() => {
                return Ok(Ast::Look {
                    behind,
                    negated,
                    inner,
                });
            }
            group => group,
        },
        Some('[') => Ast::Set(class(cursor)?),
        Some('\\') => match escape(cursor)? {
            Escape::Set(item) => Ast::Set(Set {
                negated: false,
                ignore_case: flags.ignore_case,
                items: vec![item],
            }),
            Escape::Char(code) => Ast::Set(Set::one(code, flags.ignore_case)),
            Escape::Boundary { negated } => return Ok(Ast::Boundary { negated }),
            Escape::BackReference(group) => Ast::BackReference {
                group,
                ignore_case: flags.ignore_case,
            },
        },
        Some('*' | '+' | '?') => return Err(cursor.error("nothing to repeat")),
        Some(c @ ('{' | '}' | ']')) if !cursor.lenient() => {
            return Err(cursor.error(format!("`{c}` needs a backslash")));
        }
        Some('{') if bounds(cursor).is_some() => return Err(cursor.error("nothing to repeat")),
        Some(c) => Ast::Set(Set::one(c.into(), flags.ignore_case)),
        None => return Err(cursor.error("the pattern ends too early")),
    };
    quantified(cursor, atom)
}

/// A group after its `(`.
fn group(cursor: &mut Cursor) -> Result<Ast, PatternError> {
    let start = cursor.at;
    let outer = cursor.flags;
    let opened = open(cursor)?;
    match &opened {
        Opened::Flags(flags) => {
            cursor.flags = *flags;
            return Ok(Ast::Empty);
        }
        Opened::Same(name) => {
            let group = group_named(cursor, name)?;
            return Ok(Ast::BackReference {
                group,
                ignore_case: outer.ignore_case,
            });
        }
        _ => {}
    }
    cursor.depth += 1;
    if cursor.depth > MAX_DEPTH {
        return Err(cursor.error(format!("groups are nested deeper than {MAX_DEPTH} levels")));
    }
    if let Opened::Scoped(flags) = opened {
        cursor.flags = flags;
    }
    let inner = alternatives(cursor)?;
    if !cursor.eat(')') {
        return Err(PatternError::new(
            start.saturating_sub(1),
            "a parenthesis is never closed",
        ));
    }
    cursor.depth -= 1;
    cursor.flags = outer;
    Ok(match opened {
        Opened::Capture(index) => Ast::Group(index, Box::new(inner)),
        Opened::Look { behind, negated } => Ast::Look {
            behind,
            negated,
            inner: Box::new(inner),
        },
        _ => inner,
    })
}
