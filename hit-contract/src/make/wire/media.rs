//! How a body is announced: media types, character sets, content encodings.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::tools::Wire;
use crate::case::Class;
use crate::http::Request;

const JSON: [(&str, &str); 4] = [
    ("application/json; charset=utf-8", "with its character set"),
    (
        "application/json;charset=UTF-8",
        "with its character set in upper case",
    ),
    ("Application/JSON", "in other case"),
    (
        "application/json; charset=\"utf-8\"",
        "with its character set in quotes",
    ),
];

const OTHERS: [(&str, &str); 8] = [
    ("text/plain", "text"),
    ("application/xml", "XML"),
    ("application/x-www-form-urlencoded", "a form"),
    ("multipart/form-data; boundary=x", "a form of several parts"),
    ("text/json", "text/json"),
    ("application/jsonp", "what begins like JSON"),
    ("application/octet-stream", "bytes"),
    ("json", "no media type"),
];

/// Bodies that are announced in other ways.
pub fn media(wire: &mut Wire<'_, '_>) {
    if !wire
        .source
        .headers
        .iter()
        .all(|(name, _)| !name.eq_ignore_ascii_case("content-type"))
    {
        // The service has a media type of its own.
        return;
    }
    let refused = match wire.strict.media_type {
        true => Class::MediaType,
        false => Class::Open,
    };
    for (value, what) in JSON {
        let request = announced(wire.valid(), Some(value));
        wire.request(
            request,
            Class::Accepted,
            &format!("media type: JSON {what}"),
        );
    }
    for (value, what) in OTHERS {
        let request = announced(wire.valid(), Some(value));
        wire.request(request, refused, &format!("media type: {what}"));
    }
    let request = announced(wire.valid(), None);
    wire.request(request, refused, "media type: none");
    let request = announced(wire.valid(), Some("application/json; charset=utf-16"));
    wire.request(request, refused, "media type: JSON in UTF-16, by its name");
    let twice = wire.valid().header("Content-Type", "text/plain");
    wire.request(twice, Class::Open, "media type: two of them");
    let identity = wire.valid().header("Content-Encoding", "identity");
    wire.request(
        identity,
        Class::EqualOrRefused,
        "content encoding: identity",
    );
    let false_name = wire.valid().header("Content-Encoding", "gzip");
    wire.request(
        false_name,
        Class::Open,
        "content encoding: gzip that is none",
    );
    if let Some(zipped) = gzip(wire.text().as_bytes()) {
        let valid = wire.valid();
        let request = Request {
            body: Some(zipped.clone()),
            ..valid.clone()
        };
        wire.request(
            request.header("Content-Encoding", "gzip"),
            Class::EqualOrRefused,
            "content encoding: gzip",
        );
        let request = Request {
            body: Some(zipped),
            ..valid
        };
        wire.request(
            request,
            Class::Malformed,
            "content encoding: gzip that is not announced",
        );
    }
}

fn announced(mut request: Request, value: Option<&str>) -> Request {
    request
        .headers
        .retain(|(name, _)| !name.eq_ignore_ascii_case("content-type"));
    match value {
        Some(value) => request.header("Content-Type", value),
        None => request,
    }
}

fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}
