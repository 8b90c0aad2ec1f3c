//! References that are none by RFC 3986, as one that is.

/// With everything percent-encoded that cannot stand there. What is right stays as it is; what differs
/// stays different.
pub(super) fn encoded(reference: &str) -> String {
    let (path, _) = reference
        .split_once(['/', '?', '#'])
        .unwrap_or((reference, ""));
    let scheme = path.split_once(':').map(|(scheme, _)| scheme);
    // Without a scheme, the first part of a path has no colon (4.2).
    let colons = match scheme {
        Some(scheme) if !is_scheme(scheme) => path.len(),
        _ => 0,
    };
    let fragment = reference.find('#');
    let mut out = String::new();
    for (at, c) in reference.char_indices() {
        let allowed = match c {
            '%' => is_escape(&reference[at + 1..]),
            ':' => at >= colons,
            '#' => Some(at) == fragment,
            c => c.is_ascii_alphanumeric() || "-._~/?@!$&'()*+,;=".contains(c),
        };
        if allowed {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            let bytes = c.encode_utf8(&mut bytes).bytes();
            bytes.for_each(|byte| out.push_str(&format!("%{byte:02X}")));
        }
    }
    out
}

/// 3.1
fn is_scheme(text: &str) -> bool {
    let rest = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(rest)
}

/// 2.1
fn is_escape(text: &str) -> bool {
    let mut digits = text.chars();
    (0..2).all(|_| digits.next().is_some_and(|c| c.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn what_cannot_stand_there_is_encoded() {
        for right in [
            "",
            "#",
            "a.json#/$defs/b",
            "urn:a:b",
            "http://a.b:80/c?d=e#f%20",
            "./a:b",
        ] {
            assert_eq!(encoded(right), right);
        }
        for (wrong, right) in [
            ("-http:", "-http%3A"),
            (":a:b/c:d", "%3Aa%3Ab/c:d"),
            ("é b\\^", "%C3%A9%20b%5C%5E"),
            ("100%#a#b", "100%25#a%23b"),
            ("😀urn:a", "%F0%9F%98%80urn%3Aa"),
        ] {
            assert_eq!(encoded(wrong), right);
        }
    }
}
