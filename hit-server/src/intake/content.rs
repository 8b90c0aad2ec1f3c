//! Whether a body is announced as what can be read.

use axum::http::HeaderMap;
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE};

use crate::problem::{Class, Problem};

/// # Errors
/// 415 for anything but JSON in UTF-8, as it is.
pub fn check(headers: &HeaderMap) -> Result<(), Problem> {
    let refused = |detail: &str| Err(Problem::new(Class::UnsupportedMediaType, detail));
    let mut types = headers.get_all(CONTENT_TYPE).iter();
    let (Some(content_type), None) = (types.next(), types.next()) else {
        return refused("one `Content-Type: application/json` is needed");
    };
    if !content_type.to_str().is_ok_and(is_json) {
        return refused("the body has to be `application/json`, in UTF-8");
    }
    let plain =
        |encoding: &axum::http::HeaderValue| encoding.as_bytes().eq_ignore_ascii_case(b"identity");
    match headers.get_all(CONTENT_ENCODING).iter().all(plain) {
        true => Ok(()),
        false => refused("the body has to come as it is, without `Content-Encoding`"),
    }
}

fn is_json(text: &str) -> bool {
    let mut parts = text.split(';').map(str::trim);
    let json = parts
        .next()
        .is_some_and(|it| it.eq_ignore_ascii_case("application/json"));
    json && parts.filter(|part| !part.is_empty()).all(|parameter| {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        let charset = name.trim().eq_ignore_ascii_case("charset");
        let value = value.trim().trim_matches('"');
        // Other parameters say nothing about JSON (RFC 8259, section 11).
        !charset || value.eq_ignore_ascii_case("utf-8") || value.eq_ignore_ascii_case("utf8")
    })
}

#[cfg(test)]
mod tests {
    use super::is_json;

    #[test]
    fn media_types() {
        for good in [
            "application/json",
            "Application/JSON; charset=UTF-8",
            "application/json;charset=\"utf-8\";v=1",
        ] {
            assert!(is_json(good), "{good}");
        }
        for bad in [
            "",
            "text/json",
            "application/jsonp",
            "application/json, text/plain",
            "application/json;charset=latin1",
            "application/hal+json",
        ] {
            assert!(!is_json(bad), "{bad}");
        }
    }
}
