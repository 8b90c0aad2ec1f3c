//! URI references (RFC 3986): splitting, resolving, decoding.

/// The components of a URI reference (RFC 3986, section 3).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Parts<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
    fragment: Option<&'a str>,
}

/// Splits as the expression of RFC 3986, appendix B does.
fn split(text: &str) -> Parts<'_> {
    let (rest, fragment) = cut(text, '#');
    let (rest, query) = cut(rest, '?');
    let (scheme, rest) = match rest.split_once(':') {
        Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
        _ => (None, rest),
    };
    let (authority, path) = match rest.strip_prefix("//") {
        Some(rest) => {
            let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            (Some(authority), path)
        }
        None => (None, rest),
    };
    Parts {
        scheme,
        authority,
        path,
        query,
        fragment,
    }
}

fn cut(text: &str, at: char) -> (&str, Option<&str>) {
    match text.split_once(at) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
}

/// Whether a reference has a scheme.
pub fn is_absolute(text: &str) -> bool {
    split(text).scheme.is_some()
}

/// The URI a reference means where `base` is the base URI (RFC 3986, section 5.2).
///
/// ```
/// assert_eq!(hit_schema::uri::resolve("http://a/b/c/d?q", "../g#s"), "http://a/b/g#s");
/// ```
pub fn resolve(base: &str, reference: &str) -> String {
    let base = split(base);
    let mut target = split(reference);
    let path;
    if target.scheme.is_some() {
        path = remove_dots(target.path);
    } else {
        target.scheme = base.scheme;
        if target.authority.is_some() {
            path = remove_dots(target.path);
        } else {
            target.authority = base.authority;
            if target.path.is_empty() {
                path = base.path.to_owned();
                target.query = target.query.or(base.query);
            } else if target.path.starts_with('/') {
                path = remove_dots(target.path);
            } else {
                path = remove_dots(&merge(&base, target.path));
            }
        }
    }
    join(&target, &path)
}

/// Section 5.2.3.
fn merge(base: &Parts<'_>, path: &str) -> String {
    if base.authority.is_some() && base.path.is_empty() {
        return format!("/{path}");
    }
    match base.path.rfind('/') {
        Some(at) => format!("{}{path}", base.path.get(..=at).unwrap_or_default()),
        None => path.to_owned(),
    }
}

/// Section 5.2.4. A path without dot segments (that of a URN, say) stays as it is.
fn remove_dots(path: &str) -> String {
    if !path.split('/').any(|segment| matches!(segment, "." | "..")) {
        return path.to_owned();
    }
    let rooted = path.starts_with('/');
    let mut out: Vec<&str> = Vec::new();
    let mut segments = path.strip_prefix('/').unwrap_or(path).split('/').peekable();
    while let Some(segment) = segments.next() {
        let last = segments.peek().is_none();
        match segment {
            "." | ".." => {
                if segment == ".." {
                    out.pop();
                }
                if last {
                    out.push("");
                }
            }
            segment => out.push(segment),
        }
    }
    let joined = out.join("/");
    if rooted { format!("/{joined}") } else { joined }
}

/// Section 5.3.
fn join(parts: &Parts<'_>, path: &str) -> String {
    let mut text = String::new();
    if let Some(scheme) = parts.scheme {
        text.push_str(scheme);
        text.push(':');
    }
    if let Some(authority) = parts.authority {
        text.push_str("//");
        text.push_str(authority);
    }
    text.push_str(path);
    if let Some(query) = parts.query {
        text.push('?');
        text.push_str(query);
    }
    if let Some(fragment) = parts.fragment {
        text.push('#');
        text.push_str(fragment);
    }
    text
}

/// The shortest reference that means `uri` where `base` is the base URI, if
/// it is below the folder of `base`; else `uri` itself.
pub fn relative<'a>(base: &str, uri: &'a str) -> &'a str {
    let folder = base
        .rfind('/')
        .and_then(|at| base.get(..=at))
        .unwrap_or_default();
    let hierarchical = split(base).authority.is_some();
    match uri.strip_prefix(folder) {
        Some(rest) if hierarchical && !rest.is_empty() && resolve(base, rest) == uri => rest,
        _ => uri,
    }
}

/// A URI without its fragment, and the fragment; an empty one counts as none.
pub fn split_fragment(uri: &str) -> (&str, Option<&str>) {
    let (uri, fragment) = cut(uri, '#');
    (uri, fragment.filter(|fragment| !fragment.is_empty()))
}

/// Undoes percent-encoding. `None` where a `%` has no two digits after it or
/// the bytes are not UTF-8.
pub fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// Percent-encodes what may not stand in a path, `%` included.
pub fn percent_encode_path(path: &str) -> String {
    let mut text = String::with_capacity(path.len());
    for byte in path.bytes() {
        let c = char::from(byte);
        if c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/".contains(c) {
            text.push(c);
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

/// The first character of a fragment that should have been percent-encoded
/// (RFC 3986, section 3.5; letters beyond ASCII as in RFC 3987 are let pass).
pub fn unescaped(fragment: &str) -> Option<char> {
    let allowed =
        |c: char| c.is_ascii_alphanumeric() || !c.is_ascii() || "-._~!$&'()*+,;=:@/?%".contains(c);
    fragment.chars().find(|&c| !allowed(c))
}

#[cfg(test)]
mod tests {
    use super::{
        percent_decode, percent_encode_path, relative, resolve, split_fragment, unescaped,
    };

    /// The examples of RFC 3986, section 5.4.
    #[test]
    fn resolves_the_examples_of_the_standard() {
        for (reference, expected) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"),
            ("g#s", "http://a/b/c/g#s"),
            ("g?y#s", "http://a/b/c/g?y#s"),
            (";x", "http://a/b/c/;x"),
            ("g;x", "http://a/b/c/g;x"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../", "http://a/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("/../g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            (".g", "http://a/b/c/.g"),
            ("g..", "http://a/b/c/g.."),
            ("./../g", "http://a/b/g"),
            ("./g/.", "http://a/b/c/g/"),
            ("g/./h", "http://a/b/c/g/h"),
            ("g/../h", "http://a/b/c/h"),
            ("g;x=1/../y", "http://a/b/c/y"),
            ("g?y/../x", "http://a/b/c/g?y/../x"),
            ("g#s/../x", "http://a/b/c/g#s/../x"),
        ] {
            assert_eq!(
                resolve("http://a/b/c/d;p?q", reference),
                expected,
                "{reference}"
            );
        }
    }

    #[test]
    fn keeps_urns_and_empty_paths() {
        assert_eq!(resolve("urn:uuid:deadbeef", "#/a"), "urn:uuid:deadbeef#/a");
        assert_eq!(resolve("http://a", "b"), "http://a/b");
        assert_eq!(
            resolve("file:///a/b.json", "c d.json"),
            "file:///a/c d.json"
        );
        assert_eq!(split_fragment("a#"), ("a", None));
    }

    #[test]
    fn shortens_what_lies_below() {
        for (base, uri, expected) in [
            ("file:///a/b.json", "file:///a/c/d.json", "c/d.json"),
            ("file:///a/b.json", "file:///c.json", "file:///c.json"),
            ("http://a", "http://b", "http://b"),
            ("urn:a/b", "urn:a/c", "urn:a/c"),
            ("http://a/b", "http://a/c:d", "http://a/c:d"),
        ] {
            assert_eq!(relative(base, uri), expected, "{uri}");
        }
    }

    #[test]
    fn encodes_and_decodes() {
        assert_eq!(percent_decode("a%25%C3%A9").as_deref(), Some("a%é"));
        assert_eq!(percent_decode("a%2"), None);
        assert_eq!(percent_decode("%ff"), None);
        assert_eq!(percent_encode_path("/a b/é%"), "/a%20b/%C3%A9%25");
        assert_eq!(unescaped("/a<b>"), Some('<'));
        assert_eq!(unescaped("/a/é%20"), None);
    }
}
