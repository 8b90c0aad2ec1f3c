//! URLs as far as a client needs them (RFC 3986).

use std::fmt;

/// Where a service is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Whether it is `https`.
    pub secure: bool,
    /// Name or address, without brackets.
    pub host: String,
    /// The port.
    pub port: u16,
    /// What all paths begin with; empty, or `/base` without a slash at the end.
    pub prefix: String,
}

/// A text that is no URL of a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadUrl(pub String);

impl fmt::Display for BadUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadUrl {}

impl Origin {
    /// Reads `http://host[:port][/prefix]`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, BadUrl> {
        let wrong = |why: &str| BadUrl(format!("`{text}` is no URL of a service: {why}"));
        let (secure, rest) = match text.split_once("://") {
            Some(("http", rest)) => (false, rest),
            Some(("https", rest)) => (true, rest),
            _ => return Err(wrong("it begins neither with http:// nor with https://")),
        };
        if rest.contains(['?', '#', '@']) || rest.chars().any(|c| c.is_control() || c == ' ') {
            return Err(wrong("it has more than a host, a port and a path"));
        }
        let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let default = if secure { 443 } else { 80 };
        let port = |text: &str| match text {
            "" => Ok(default),
            text => text.parse().map_err(|_| wrong("the port is no number")),
        };
        let (host, port) = match authority.strip_prefix('[') {
            Some(inner) => {
                let (host, after) = inner
                    .split_once(']')
                    .ok_or_else(|| wrong("the bracket is not closed"))?;
                (host, port(after.trim_start_matches(':'))?)
            }
            None => match authority.rsplit_once(':') {
                Some((host, after)) => (host, port(after)?),
                None => (authority, default),
            },
        };
        if host.is_empty() {
            return Err(wrong("it names no host"));
        }
        Ok(Self {
            secure,
            host: host.to_owned(),
            port,
            prefix: path.trim_end_matches('/').to_owned(),
        })
    }

    /// What `Host` says.
    pub fn authority(&self) -> String {
        let host = match self.host.contains(':') {
            true => format!("[{}]", self.host),
            false => self.host.clone(),
        };
        match (self.secure, self.port) {
            (false, 80) | (true, 443) => host,
            (_, port) => format!("{host}:{port}"),
        }
    }

    /// The URL without a path.
    pub fn base(&self) -> String {
        let scheme = if self.secure { "https" } else { "http" };
        format!("{scheme}://{}", self.authority())
    }
}

#[cfg(test)]
mod tests {
    use super::Origin;

    #[test]
    fn reads_urls_and_refuses_what_is_none() {
        let read = |text: &str| Origin::parse(text).map(|url| (url.base(), url.port, url.prefix));
        assert_eq!(
            read("http://127.0.0.1:8080/"),
            Ok(("http://127.0.0.1:8080".to_owned(), 8080, String::new()))
        );
        assert_eq!(
            read("https://example.org/api/"),
            Ok(("https://example.org".to_owned(), 443, "/api".to_owned()))
        );
        assert_eq!(
            read("http://[::1]:9"),
            Ok(("http://[::1]:9".to_owned(), 9, String::new()))
        );
        for wrong in [
            "ftp://a",
            "a",
            "http://",
            "http://a:b",
            "http://u@h",
            "http://[::1",
        ] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
