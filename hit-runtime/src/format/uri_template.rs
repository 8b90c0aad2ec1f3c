//! `uri-template`.

use super::iri::{is_private, is_ucschar};

/// Whether a text is a `URI-Template` of RFC 6570, section 2 (with erratum
/// 6937: an apostrophe is a literal).
pub fn is_uri_template(text: &str) -> bool {
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let next = match c {
            '{' => expression(rest),
            '%' => triplet(rest),
            c => is_literal(c).then(|| rest.get(c.len_utf8()..)).flatten(),
        };
        match next {
            Some(next) => rest = next,
            None => return false,
        }
    }
    true
}

fn is_literal(c: char) -> bool {
    match c {
        '"' | '%' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => false,
        '!'..='~' => true,
        c => is_ucschar(c) || is_private(c),
    }
}

/// What follows `%` and two hexadecimal digits.
fn triplet(text: &str) -> Option<&str> {
    let digits = text.strip_prefix('%')?.get(..2)?;
    digits
        .bytes()
        .all(|byte| byte.is_ascii_hexdigit())
        .then(|| text.get(3..))
        .flatten()
}

/// What follows an expression in braces.
fn expression(text: &str) -> Option<&str> {
    let (inside, rest) = text.strip_prefix('{')?.split_once('}')?;
    let list = inside
        .strip_prefix(['+', '#', '.', '/', ';', '?', '&', '=', ',', '!', '@', '|'])
        .unwrap_or(inside);
    list.split(',').all(is_variable).then_some(rest)
}

/// A name with `:length` or `*`.
fn is_variable(text: &str) -> bool {
    if let Some((name, length)) = text.split_once(':') {
        let digits = length.bytes().all(|byte| byte.is_ascii_digit());
        return is_name(name)
            && matches!(length.len(), 1..=4)
            && digits
            && !length.starts_with('0');
    }
    is_name(text.strip_suffix('*').unwrap_or(text))
}

fn is_name(name: &str) -> bool {
    name.split('.')
        .all(|part| !part.is_empty() && is_name_part(part))
}

fn is_name_part(mut part: &str) -> bool {
    while let Some(c) = part.chars().next() {
        let next = match c {
            '%' => triplet(part),
            c if c.is_ascii_alphanumeric() || c == '_' => part.get(1..),
            _ => None,
        };
        match next {
            Some(next) => part = next,
            None => return false,
        }
    }
    true
}
