//! Formats by name.

use super::{
    is_color, is_date, is_date_time, is_duration, is_email, is_idn_email, is_ipv4, is_ipv6, is_iri,
    is_iri_reference, is_json_pointer, is_ldh_hostname, is_local_time, is_phone,
    is_relative_json_pointer, is_style, is_time, is_uri, is_uri_reference, is_uri_template,
    is_uuid,
};

/// Every name that has a meaning, sorted; see [`lookup`].
pub const NAMES: [&str; 27] = [
    "color",
    "date",
    "date-time",
    "duration",
    "email",
    "host-name",
    "hostname",
    "hostname:draft4",
    "idn-email",
    "idn-hostname",
    "ip-address",
    "ipv4",
    "ipv6",
    "iri",
    "iri-reference",
    "json-pointer",
    "phone",
    "regex",
    "relative-json-pointer",
    "style",
    "time",
    "time:draft3",
    "uri",
    "uri-reference",
    "uri-template",
    "utc-millisec",
    "uuid",
];

/// Whether a name has a meaning, in this build or with the feature `idn`.
pub fn is_known(name: &str) -> bool {
    NAMES.binary_search(&name).is_ok()
}

/// The check of a format, by its name in the newest drafts that have it.
///
/// Two names carry a draft: `time:draft3` (without zone) and `hostname:draft4`
/// (drafts 4 and 6: `xn--` has no meaning). `None` where the name is unknown, or
/// where it needs the feature `idn` and that is off; [`is_known`] tells which.
///
/// ```
/// use hit_runtime::format::lookup;
///
/// let is_date = lookup("date").unwrap();
/// assert!(is_date("2024-02-29"));
/// assert!(lookup("no-such-format").is_none());
/// ```
pub fn lookup(name: &str) -> Option<fn(&str) -> bool> {
    Some(match name {
        "color" => is_color,
        "date" => is_date,
        "date-time" => is_date_time,
        "duration" => is_duration,
        "email" => is_email,
        "hostname:draft4" | "host-name" => is_ldh_hostname,
        #[cfg(feature = "idn")]
        "hostname" => super::is_hostname,
        #[cfg(feature = "idn")]
        "idn-hostname" => super::is_idn_hostname,
        "idn-email" => is_idn_email,
        "ipv4" | "ip-address" => is_ipv4,
        "ipv6" => is_ipv6,
        "iri" => is_iri,
        "iri-reference" => is_iri_reference,
        "json-pointer" => is_json_pointer,
        "phone" => is_phone,
        #[cfg(feature = "patterns")]
        "regex" => super::is_regex,
        "relative-json-pointer" => is_relative_json_pointer,
        "style" => is_style,
        "time" => is_time,
        "time:draft3" => is_local_time,
        "uri" => is_uri,
        "uri-reference" => is_uri_reference,
        "uri-template" => is_uri_template,
        #[cfg(feature = "model")]
        "utc-millisec" => super::is_utc_millisec,
        "uuid" => is_uuid,
        _ => return None,
    })
}

/// Why [`lookup`] does not find a name.
pub fn refusal(name: &str) -> String {
    if is_known(name) {
        return format!("the format `{name}` needs the feature `idn` of the crate hit-runtime");
    }
    format!("the format `{name}` is unknown and cannot be asserted")
}

/// A text of a format, for messages.
///
/// ```
/// use hit_runtime::format::{example, lookup};
///
/// let text = example("date-time").unwrap();
/// assert!(lookup("date-time").unwrap()(text));
/// ```
pub fn example(name: &str) -> Option<&'static str> {
    Some(match name {
        "color" => "#20b2aa",
        "date" => "2020-07-15",
        "date-time" => "2020-07-15T10:00:00Z",
        "duration" => "P1DT12H",
        "email" | "idn-email" => "joe@example.org",
        "hostname" | "hostname:draft4" | "host-name" | "idn-hostname" => "www.example.org",
        "ipv4" | "ip-address" => "192.0.2.1",
        "ipv6" => "2001:db8::1",
        "uri" | "iri" => "https://example.org/a",
        "uri-reference" | "iri-reference" => "../a?b#c",
        "uri-template" => "/users/{id}",
        "json-pointer" => "/a/0",
        "relative-json-pointer" => "1/a",
        "phone" => "+31 42 123 4567",
        "regex" => "^[a-z]+$",
        "style" => "color: red",
        "time" => "10:00:00Z",
        "time:draft3" => "10:00:00",
        "utc-millisec" => "1594807200000",
        "uuid" => "2eb8aa08-aa98-11ea-b4aa-73b441d16380",
        _ => return None,
    })
}
