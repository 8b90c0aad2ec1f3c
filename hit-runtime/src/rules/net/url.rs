//! URLs, as Go's `url.ParseRequestURI` reads them: absolute URIs and absolute paths.

use std::collections::BTreeMap;

use crate::rules::net::url_escape::{bad_escape, escape_path, is_path_byte, unescape};

/// A parsed URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url {
    text: String,
    scheme: String,
    host: String,
    path: String,
    query: String,
}

/// Why a text is no URL: Go's words.
pub type UrlError = String;

impl Url {
    /// Reads an absolute URI or an absolute path.
    ///
    /// # Errors
    /// What is wrong with the text.
    #[inline]
    pub fn parse(text: &str) -> Result<Self, UrlError> {
        let wrong = |reason| {
            format!(
                "URL parse error during conversion from string: parse {}: {reason}",
                quote(text)
            )
        };
        let whole = parse(text).map_err(wrong)?;
        // A fragment is allowed and belongs to neither the path nor the query.
        match text.split_once('#') {
            None => Ok(whole),
            Some((before, _)) => parse(before)
                .map(|url| Self {
                    text: text.to_string(),
                    ..url
                })
                .map_err(wrong),
        }
    }

    /// The scheme in lower case, or empty.
    #[inline]
    pub fn scheme(&self) -> &str {
        &self.scheme
    }

    /// Host and port; an IPv6 address in brackets.
    #[inline]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The host without port and brackets.
    #[inline]
    pub fn hostname(&self) -> &str {
        let (host, _) = split_port(&self.host);
        host.strip_prefix('[')
            .and_then(|host| host.strip_suffix(']'))
            .unwrap_or(host)
    }

    /// The port, or empty.
    #[inline]
    pub fn port(&self) -> &str {
        split_port(&self.host).1
    }

    /// The path, escaped.
    #[inline]
    pub fn escaped_path(&self) -> String {
        let valid = self
            .path
            .bytes()
            .all(|byte| is_path_byte(byte) || b"%!'()*[]".contains(&byte));
        if valid {
            self.path.clone()
        } else {
            unescape(&self.path, false).map_or_else(String::new, |path| escape_path(&path))
        }
    }

    /// The parameters of the query, each with its values in order.
    #[inline]
    pub fn query(&self) -> BTreeMap<String, Vec<String>> {
        let mut parameters: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for part in self
            .query
            .split('&')
            .filter(|part| !part.is_empty() && !part.contains(';'))
        {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            if let (Some(key), Some(value)) = (unescape(key, true), unescape(value, true)) {
                parameters.entry(key).or_default().push(value);
            }
        }
        parameters
    }

    /// The text it was read from.
    #[inline]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

#[inline]
fn parse(text: &str) -> Result<Url, String> {
    if text.bytes().any(|byte| byte < 0x20 || byte == 0x7f) {
        return Err("net/url: invalid control character in URL".to_string());
    }
    if text.is_empty() {
        return Err("empty url".to_string());
    }
    let (scheme, rest) = scheme(text)?;
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let mut url = Url {
        text: text.to_string(),
        scheme,
        host: String::new(),
        path: String::new(),
        query: query.to_string(),
    };
    if !rest.starts_with('/') {
        // An opaque URI such as `mailto:x` has no host and no path.
        return if url.scheme.is_empty() {
            Err("invalid URI for request".to_string())
        } else {
            Ok(url)
        };
    }
    let mut path = rest;
    if let Some(after) = rest.strip_prefix("//")
        && (!url.scheme.is_empty() || !rest.starts_with("///"))
    {
        let end = after.find('/').unwrap_or(after.len());
        url.host = authority(&after[..end])?;
        path = &after[end..];
    }
    if let Some(escape) = bad_escape(path) {
        return Err(format!("invalid URL escape {escape:?}"));
    }
    url.path = path.to_string();
    Ok(url)
}

#[inline]
fn scheme(text: &str) -> Result<(String, &str), String> {
    for (at, c) in text.char_indices() {
        match c {
            'a'..='z' | 'A'..='Z' => {}
            '0'..='9' | '+' | '-' | '.' if at > 0 => {}
            ':' if at == 0 => return Err("missing protocol scheme".to_string()),
            ':' => return Ok((text[..at].to_ascii_lowercase(), &text[at + 1..])),
            _ => break,
        }
    }
    Ok((String::new(), text))
}

#[inline]
fn authority(text: &str) -> Result<String, String> {
    let host = match text.rfind('@') {
        None => text,
        Some(at) => {
            let user = &text[..at];
            let allowed = |c: char| c.is_ascii_alphanumeric() || "-._:~!$&'()*+,;=%@".contains(c);
            if !user.chars().all(allowed) {
                return Err("net/url: invalid userinfo".to_string());
            }
            &text[at + 1..]
        }
    };
    check_host(host)?;
    unescape(host, false).ok_or_else(|| "invalid host".to_string())
}

#[inline]
fn check_host(host: &str) -> Result<(), String> {
    let after = if host.starts_with('[') {
        let Some(end) = host.rfind(']') else {
            return Err("missing ']' in host".to_string());
        };
        &host[end + 1..]
    } else {
        host.find(':').map_or("", |at| &host[at..])
    };
    let port = after.strip_prefix(':');
    let valid =
        after.is_empty() || port.is_some_and(|port| port.bytes().all(|byte| byte.is_ascii_digit()));
    if !valid {
        return Err(format!("invalid port {} after host", quote(after)));
    }
    if let Some(escape) = bad_escape(host) {
        return Err(format!("invalid URL escape {escape:?}"));
    }
    let allowed = |c: char| {
        c.is_ascii_alphanumeric() || !c.is_ascii() || "-_.~!$&'()*+,;=:[]<>\"%".contains(c)
    };
    match host.chars().find(|c| !allowed(*c)) {
        Some(c) => Err(format!(
            "invalid character {:?} in host name",
            c.to_string()
        )),
        None => Ok(()),
    }
}

#[inline]
fn split_port(host: &str) -> (&str, &str) {
    match host.rfind(':') {
        Some(at)
            if host[at + 1..].bytes().all(|byte| byte.is_ascii_digit())
                && !host[at..].contains(']') =>
        {
            (&host[..at], &host[at + 1..])
        }
        _ => (host, ""),
    }
}

/// The text in quotes, as Go's `%q` writes it.
#[inline]
fn quote(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => quoted.push_str(&format!("\\x{:02x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
