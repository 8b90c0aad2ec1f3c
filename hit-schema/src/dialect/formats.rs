//! The formats each draft defines.

use super::draft::Draft::{self, Draft3, Draft4, Draft6, Draft7, Draft201909, V1};

/// What is known about a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It can be checked, under this name.
    Checked(&'static str),
    /// The draft does not have it.
    Unknown,
}

/// What a draft makes of the name of a format.
pub fn format(draft: Draft, name: &str) -> Known {
    let row = ROWS
        .iter()
        .find(|(found, from, to, _)| *found == name && *from <= draft && draft <= *to);
    match row {
        Some((_, _, _, checked)) => Known::Checked(checked),
        None => Known::Unknown,
    }
}

/// Name, first and last draft, and the name of the check
/// ([`hit_runtime::check::Format`]).
const ROWS: &[(&str, Draft, Draft, &str)] = &[
    ("date-time", Draft3, V1, "date-time"),
    ("date", Draft3, Draft3, "date"),
    ("date", Draft7, V1, "date"),
    // Hours, minutes and seconds only.
    ("time", Draft3, Draft3, "time:draft3"),
    ("time", Draft7, V1, "time"),
    ("duration", Draft201909, V1, "duration"),
    ("utc-millisec", Draft3, Draft3, "utc-millisec"),
    ("regex", Draft3, Draft3, "regex"),
    ("regex", Draft7, V1, "regex"),
    ("color", Draft3, Draft3, "color"),
    ("style", Draft3, Draft3, "style"),
    ("phone", Draft3, Draft3, "phone"),
    ("uri", Draft3, V1, "uri"),
    ("uri-reference", Draft6, V1, "uri-reference"),
    ("iri", Draft7, V1, "iri"),
    ("iri-reference", Draft7, V1, "iri-reference"),
    ("uri-template", Draft6, V1, "uri-template"),
    ("email", Draft3, V1, "email"),
    ("idn-email", Draft7, V1, "idn-email"),
    ("ip-address", Draft3, Draft3, "ip-address"),
    ("ipv4", Draft4, V1, "ipv4"),
    ("ipv6", Draft3, V1, "ipv6"),
    ("host-name", Draft3, Draft3, "host-name"),
    // Before draft 7 `xn--` has no meaning.
    ("hostname", Draft4, Draft6, "hostname:draft4"),
    ("hostname", Draft7, V1, "hostname"),
    ("idn-hostname", Draft7, V1, "idn-hostname"),
    ("json-pointer", Draft6, V1, "json-pointer"),
    ("relative-json-pointer", Draft7, V1, "relative-json-pointer"),
    ("uuid", Draft201909, V1, "uuid"),
];
