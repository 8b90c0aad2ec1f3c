//! What stands after a backslash.

use crate::regex::error::PatternError;
use crate::regex::syntax::{Item, Named};

use super::cursor::Cursor;
use super::group::read_name;

/// What an escape stands for.
pub(super) enum Escape {
    /// A code point, possibly a lone surrogate.
    Char(u32),
    /// A set.
    Set(Item),
    /// `\b` or `\B`.
    Boundary { negated: bool },
    /// `\1` or `\k<name>`.
    BackReference(usize),
}

/// An escape outside brackets.
pub(super) fn escape(cursor: &mut Cursor) -> Result<Escape, PatternError> {
    match cursor.peek() {
        Some('b') => Ok(boundary(cursor, false)),
        Some('B') => Ok(boundary(cursor, true)),
        Some('1'..='9') => numbered(cursor),
        Some('k') if !cursor.lenient() || cursor.names.iter().any(Option::is_some) => {
            cursor.at += 1;
            named(cursor)
        }
        _ => common(cursor, false),
    }
}

/// An escape in brackets.
pub(super) fn class_escape(cursor: &mut Cursor) -> Result<Escape, PatternError> {
    match cursor.peek() {
        Some('b') => {
            cursor.at += 1;
            Ok(Escape::Char(8))
        }
        Some('-') => {
            cursor.at += 1;
            Ok(Escape::Char(0x2D))
        }
        _ => common(cursor, true),
    }
}

fn boundary(cursor: &mut Cursor, negated: bool) -> Escape {
    cursor.at += 1;
    Escape::Boundary { negated }
}

fn numbered(cursor: &mut Cursor) -> Result<Escape, PatternError> {
    let start = cursor.at;
    let number = cursor
        .number()
        .and_then(|number| usize::try_from(number).ok());
    match number.filter(|number| *number <= cursor.names.len()) {
        Some(group) => Ok(Escape::BackReference(group)),
        None if cursor.lenient() => {
            cursor.at = start;
            Ok(Escape::Char(legacy_octal(cursor)))
        }
        None => Err(cursor.error("a back-reference to a group that does not exist")),
    }
}

fn named(cursor: &mut Cursor) -> Result<Escape, PatternError> {
    if !cursor.eat('<') {
        return Err(cursor.error(r"`\k` needs a group name in `<` and `>`"));
    }
    let name = read_name(cursor, '>')?;
    group_named(cursor, &name).map(Escape::BackReference)
}

/// The number of the only group with a name.
pub(super) fn group_named(cursor: &Cursor, name: &str) -> Result<usize, PatternError> {
    let mut same = cursor
        .names
        .iter()
        .enumerate()
        .filter(|(_, other)| other.as_deref() == Some(name));
    match (same.next(), same.next()) {
        (Some((index, _)), None) => Ok(index + 1),
        (Some(_), Some(_)) => Err(cursor.error(format!("more than one group is named `{name}`"))),
        (None, _) => Err(cursor.error(format!("no group is named `{name}`"))),
    }
}

fn common(cursor: &mut Cursor, in_class: bool) -> Result<Escape, PatternError> {
    let Some(c) = cursor.next() else {
        return Err(cursor.error("a backslash at the end"));
    };
    let set = |name, negated| Ok(Escape::Set(Item::Named { name, negated }));
    match c {
        'd' | 'D' => set(Named::Digit, c == 'D'),
        'w' | 'W' => set(Named::Word, c == 'W'),
        's' | 'S' => set(Named::Space, c == 'S'),
        'p' | 'P' if cursor.peek() == Some('{') || !cursor.lenient() => property(cursor, c == 'P'),
        'f' => Ok(Escape::Char(0x0C)),
        'n' => Ok(Escape::Char(0x0A)),
        'r' => Ok(Escape::Char(0x0D)),
        't' => Ok(Escape::Char(0x09)),
        'v' => Ok(Escape::Char(0x0B)),
        'c' => control(cursor, in_class),
        'x' => hex(cursor),
        'u' => unicode(cursor),
        '0'..='9' => zero(cursor, c),
        '^' | '$' | '\\' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|'
        | '/' => Ok(Escape::Char(c.into())),
        c => identity(cursor, c),
    }
}

/// Any other character stands for itself (annex B).
fn identity(cursor: &Cursor, c: char) -> Result<Escape, PatternError> {
    if cursor.lenient() {
        return Ok(Escape::Char(c.into()));
    }
    Err(cursor.error(format!(r"`\{c}` is no escape of ECMA-262")))
}

/// `\0`, and octal escapes where lenient.
fn zero(cursor: &mut Cursor, digit: char) -> Result<Escape, PatternError> {
    let more = cursor.peek().is_some_and(|c| c.is_ascii_digit());
    if digit == '0' && !more {
        return Ok(Escape::Char(0));
    }
    if !cursor.lenient() {
        return Err(cursor.error("an octal escape"));
    }
    cursor.at -= 1;
    Ok(Escape::Char(legacy_octal(cursor)))
}

/// Up to three octal digits below 256; a digit 8 or 9 stands for itself.
fn legacy_octal(cursor: &mut Cursor) -> u32 {
    let mut code = None;
    while let Some(digit) = cursor.peek().and_then(|c| c.to_digit(8)) {
        let longer = code.unwrap_or(0) * 8 + digit;
        if longer > 0xFF {
            break;
        }
        code = Some(longer);
        cursor.at += 1;
    }
    code.unwrap_or_else(|| cursor.next().map_or(0, u32::from))
}

fn control(cursor: &mut Cursor, in_class: bool) -> Result<Escape, PatternError> {
    match cursor.peek() {
        Some(c) if c.is_ascii_alphabetic() => {
            cursor.at += 1;
            Ok(Escape::Char(u32::from(c) % 32))
        }
        Some(c) if in_class && cursor.lenient() && (c.is_ascii_digit() || c == '_') => {
            cursor.at += 1;
            Ok(Escape::Char(u32::from(c) % 32))
        }
        _ if cursor.lenient() => {
            // The backslash stands for itself, `c` follows (annex B).
            cursor.at -= 1;
            Ok(Escape::Char(0x5C))
        }
        _ => Err(cursor.error(r"`\c` needs a letter")),
    }
}

fn hex(cursor: &mut Cursor) -> Result<Escape, PatternError> {
    match cursor.hex(2) {
        Some(code) => Ok(Escape::Char(code)),
        // `\x{41}` is not ECMA-262; its meaning elsewhere would be lost silently.
        None if cursor.peek() == Some('{') => Err(cursor.error(r"write `\u{…}`")),
        None if cursor.lenient() => Ok(Escape::Char('x'.into())),
        None => Err(cursor.error(r"`\x` needs two hexadecimal digits")),
    }
}

fn unicode(cursor: &mut Cursor) -> Result<Escape, PatternError> {
    if cursor.peek() == Some('{') {
        return braced_unicode(cursor);
    }
    let Some(first) = cursor.hex(4) else {
        return match cursor.lenient() {
            true => Ok(Escape::Char('u'.into())),
            false => Err(cursor.error(r"`\u` needs four hexadecimal digits")),
        };
    };
    Ok(Escape::Char(surrogate_pair(cursor, first).unwrap_or(first)))
}

/// The code point of `first` and the `\uXXXX` after it, where they are a pair.
fn surrogate_pair(cursor: &mut Cursor, first: u32) -> Option<u32> {
    let start = cursor.at;
    let high = first.checked_sub(0xD800).filter(|high| *high < 0x400)?;
    let second = if cursor.eat_all(r"\u") {
        cursor.hex(4)
    } else {
        None
    };
    let low = second
        .and_then(|second| second.checked_sub(0xDC00))
        .filter(|low| *low < 0x400);
    if low.is_none() {
        cursor.at = start;
    }
    Some(0x1_0000 + high * 0x400 + low?)
}

fn braced_unicode(cursor: &mut Cursor) -> Result<Escape, PatternError> {
    cursor.eat('{');
    let mut code = None;
    while let Some(digit) = cursor.peek().and_then(|c| c.to_digit(16)) {
        code = Some(
            code.unwrap_or(0_u32)
                .saturating_mul(16)
                .saturating_add(digit),
        );
        cursor.at += 1;
    }
    match code.filter(|code| *code <= 0x10_FFFF && cursor.eat('}')) {
        Some(code) => Ok(Escape::Char(code)),
        None => Err(cursor.error(r"`\u{…}` needs a code point in hexadecimal digits")),
    }
}

fn property(cursor: &mut Cursor, negated: bool) -> Result<Escape, PatternError> {
    let mut name = String::new();
    let mut closed = false;
    if cursor.eat('{') {
        while let Some(c) = cursor.next() {
            if c == '}' {
                closed = true;
                break;
            }
            name.push(c);
        }
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '=';
    if !closed || name.is_empty() || !name.chars().all(plain) {
        return Err(cursor.error(r"`\p` needs a property name in braces"));
    }
    if regex::Regex::new(&format!(r"\p{{{name}}}")).is_err() {
        return Err(cursor.error(format!("unknown Unicode property `{name}`")));
    }
    Ok(Escape::Set(Item::Property { name, negated }))
}
