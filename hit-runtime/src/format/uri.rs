//! `uri` and `uri-reference`.

use super::ip::is_ipv6;

/// Whether a text is a `URI` of RFC 3986: with a scheme.
///
/// ```
/// assert!(hit_runtime::format::is_uri("https://example.com/?a=b#c"));
/// assert!(!hit_runtime::format::is_uri("/a"));
/// ```
pub fn is_uri(text: &str) -> bool {
    is_identifier(text, Chars::ASCII)
}

/// Whether a text is a `URI-reference` of RFC 3986: with a scheme or relative.
pub fn is_uri_reference(text: &str) -> bool {
    is_identifier_reference(text, Chars::ASCII)
}

/// What characters beyond ASCII are allowed.
#[derive(Clone, Copy)]
pub(super) struct Chars {
    /// Everywhere.
    pub(super) anywhere: fn(char) -> bool,
    /// In a query too.
    pub(super) query: fn(char) -> bool,
}

impl Chars {
    const ASCII: Self = Self {
        anywhere: |_| false,
        query: |_| false,
    };
}

pub(super) fn is_identifier(text: &str, chars: Chars) -> bool {
    text.split_once(':')
        .is_some_and(|(scheme, rest)| is_scheme(scheme) && is_rest(rest, chars))
}

pub(super) fn is_identifier_reference(text: &str, chars: Chars) -> bool {
    // A colon in the first segment would be read as the end of a scheme.
    let first = text.split(['/', '?', '#']).next().unwrap_or_default();
    is_identifier(text, chars) || !first.contains(':') && is_rest(text, chars)
}

fn is_scheme(scheme: &str) -> bool {
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// `[//authority]path[?query][#fragment]`.
fn is_rest(rest: &str, chars: Chars) -> bool {
    let (rest, fragment) = split(rest, '#');
    let (rest, query) = split(rest, '?');
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => {
            let end = rest.find('/').unwrap_or(rest.len());
            let (authority, path) = rest.split_at(end);
            (Some(authority), path)
        }
        None => (None, rest),
    };
    authority.is_none_or(|authority| is_authority(authority, chars))
        && of(path, "/:@", chars.anywhere)
        && query.is_none_or(|query| of(query, "/:@?", chars.query))
        && fragment.is_none_or(|fragment| of(fragment, "/:@?", chars.anywhere))
}

fn split(text: &str, at: char) -> (&str, Option<&str>) {
    text.split_once(at)
        .map_or((text, None), |(before, after)| (before, Some(after)))
}

/// `[userinfo@]host[:port]`.
fn is_authority(authority: &str, chars: Chars) -> bool {
    let (user, rest) = authority
        .rsplit_once('@')
        .map_or((None, authority), |(user, rest)| (Some(user), rest));
    let (host, port) = match rest.strip_prefix('[') {
        Some(literal) => {
            let Some((literal, port)) = literal.split_once(']') else {
                return false;
            };
            if !is_literal(literal) {
                return false;
            }
            ("", port)
        }
        None => rest.split_at(rest.find(':').unwrap_or(rest.len())),
    };
    user.is_none_or(|user| of(user, ":", chars.anywhere))
        && of(host, "", chars.anywhere)
        && (port.is_empty()
            || port
                .strip_prefix(':')
                .is_some_and(|port| port.bytes().all(|byte| byte.is_ascii_digit())))
}

/// An IPv6 or future address without its brackets.
fn is_literal(literal: &str) -> bool {
    let Some(future) = literal.strip_prefix(['v', 'V']) else {
        return is_ipv6(literal);
    };
    future.split_once('.').is_some_and(|(version, address)| {
        !version.is_empty()
            && version.bytes().all(|byte| byte.is_ascii_hexdigit())
            && !address.is_empty()
            && address.bytes().all(|byte| is_plain(byte) || byte == b':')
    })
}

/// `unreserved` and `sub-delims`.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=".contains(&byte)
}

/// Whether all characters are plain, percent-encoded, in `more`, or allowed beyond ASCII.
fn of(text: &str, more: &str, beyond: fn(char) -> bool) -> bool {
    let bytes = text.as_bytes();
    let hex = |index: usize| bytes.get(index).is_some_and(u8::is_ascii_hexdigit);
    text.char_indices().all(|(index, c)| match u8::try_from(c) {
        Ok(b'%') => hex(index + 1) && hex(index + 2),
        Ok(byte) if byte.is_ascii() => is_plain(byte) || more.as_bytes().contains(&byte),
        _ => beyond(c),
    })
}
