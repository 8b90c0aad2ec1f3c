//! `email`.

use std::net::Ipv4Addr;

use super::ip::is_ipv6;

/// Whether a text is a `Mailbox` of RFC 5321, section 4.1.2.
pub fn is_email(text: &str) -> bool {
    is_mailbox(text, |_| false)
}

/// A mailbox, with more characters in names where `extra` says so.
pub(super) fn is_mailbox(text: &str, extra: fn(char) -> bool) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    local.len() <= 64 && domain.len() <= 255 && is_local(local, extra) && is_domain(domain, extra)
}

fn is_local(local: &str, extra: fn(char) -> bool) -> bool {
    match local.strip_prefix('"') {
        Some(rest) => rest
            .strip_suffix('"')
            .is_some_and(|content| is_quoted(content, extra)),
        None => local
            .split('.')
            .all(|atom| !atom.is_empty() && atom.chars().all(|c| is_atom_char(c) || extra(c))),
    }
}

fn is_atom_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c)
}

fn is_quoted(content: &str, extra: fn(char) -> bool) -> bool {
    let mut chars = content.chars();
    while let Some(c) = chars.next() {
        let fine = match c {
            '\\' => chars.next().is_some_and(|c| matches!(c, ' '..='~')),
            '"' => false,
            c => matches!(c, ' '..='~') || extra(c),
        };
        if !fine {
            return false;
        }
    }
    true
}

fn is_domain(domain: &str, extra: fn(char) -> bool) -> bool {
    if let Some(literal) = domain.strip_prefix('[') {
        return literal.strip_suffix(']').is_some_and(is_address);
    }
    domain.split('.').all(|label| {
        let plain = label
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || extra(c));
        !label.is_empty()
            && label.len() <= 63
            && plain
            && !label.starts_with('-')
            && !label.ends_with('-')
    })
}

/// An `address-literal` without its brackets. The general form names a tag that
/// would have to be registered; only `IPv6` is.
fn is_address(literal: &str) -> bool {
    let ipv6 = literal
        .get(..5)
        .filter(|tag| tag.eq_ignore_ascii_case("IPv6:"));
    match ipv6 {
        Some(_) => literal.get(5..).is_some_and(is_ipv6),
        None => literal.parse::<Ipv4Addr>().is_ok(),
    }
}
