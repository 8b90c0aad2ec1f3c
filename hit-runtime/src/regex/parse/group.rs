//! What stands after `(`.

use crate::regex::error::PatternError;

use super::cursor::{Cursor, Flags};

/// The kind of a group.
pub(super) enum Opened {
    /// `(` or `(?<name>`.
    Capture(usize),
    /// `(?:`.
    Plain,
    /// `(?i:`, of ECMA-262 2025.
    Scoped(Flags),
    /// `(?i)`, closed already.
    Flags(Flags),
    /// `(?P=name)`, closed already.
    Same(String),
    /// Look-around.
    Look { behind: bool, negated: bool },
}

/// Reads up to the content of a group.
pub(super) fn open(cursor: &mut Cursor) -> Result<Opened, PatternError> {
    if !cursor.eat('?') {
        return Ok(capture(cursor));
    }
    for (text, behind, negated) in [
        ("=", false, false),
        ("!", false, true),
        ("<=", true, false),
        ("<!", true, true),
    ] {
        if cursor.eat_all(text) {
            return Ok(Opened::Look { behind, negated });
        }
    }
    if cursor.eat(':') {
        return Ok(Opened::Plain);
    }
    if cursor.lenient() && cursor.eat_all("P=") {
        return read_name(cursor, ')').map(Opened::Same);
    }
    if cursor.eat('<') || (cursor.lenient() && cursor.eat_all("P<")) {
        return named(cursor);
    }
    flags(cursor)
}

fn capture(cursor: &mut Cursor) -> Opened {
    cursor.opened += 1;
    Opened::Capture(cursor.opened)
}

fn named(cursor: &mut Cursor) -> Result<Opened, PatternError> {
    let opened = capture(cursor);
    let name = read_name(cursor, '>')?;
    let same = cursor
        .names
        .iter()
        .flatten()
        .filter(|other| **other == name)
        .count();
    if same > 1 && !cursor.lenient() {
        return Err(cursor.error(format!("two groups are named `{name}`")));
    }
    Ok(opened)
}

/// A group name up to and including `end`.
pub(super) fn read_name(cursor: &mut Cursor, end: char) -> Result<String, PatternError> {
    let mut name = String::new();
    loop {
        match cursor.next() {
            Some(c) if c == end && !name.is_empty() => return Ok(name),
            Some(c) if c == '_' || c == '$' || c.is_alphabetic() => name.push(c),
            Some(c)
                if !name.is_empty()
                    && (c.is_alphanumeric() || c == '\u{200C}' || c == '\u{200D}') =>
            {
                name.push(c);
            }
            _ => {
                return Err(
                    cursor.error("a group name has letters, digits, `_` and `$`, and an end")
                );
            }
        }
    }
}

/// `i`, `m`, `s`, `-` up to `:` or, where lenient, `)`.
fn flags(cursor: &mut Cursor) -> Result<Opened, PatternError> {
    let mut flags = cursor.flags;
    let mut on = true;
    loop {
        match cursor.next() {
            Some('i') => flags.ignore_case = on,
            Some('m') => flags.multiline = on,
            Some('s') => flags.dot_all = on,
            Some('u') if on && cursor.lenient() => {}
            Some('-') if on => on = false,
            Some(':') => return Ok(Opened::Scoped(flags)),
            Some(')') if cursor.lenient() => return Ok(Opened::Flags(flags)),
            _ => return Err(cursor.error("`(?` starts no group that ECMA-262 knows")),
        }
    }
}
