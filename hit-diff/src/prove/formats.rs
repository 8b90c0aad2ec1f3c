//! What is known of formats beyond their check: texts of them, and patterns
//! that all their texts match.

/// Texts of a format, and some that are nearly.
pub(super) fn examples(name: &str) -> &'static [&'static str] {
    match name {
        "date" => &["2024-02-29", "1970-01-01", "2023-02-29"],
        "date-time" => &[
            "2024-02-29T12:00:00Z",
            "1985-04-12T23:20:50.52Z",
            "2024-13-01T00:00:00Z",
        ],
        "time" => &["12:00:00Z", "23:20:50.52+01:00", "24:00:00Z"],
        "time:draft3" => &["12:00:00", "25:00:00"],
        "duration" => &["P1D", "PT1H", "P1Y2M3DT4H5M6S", "P"],
        "email" | "idn-email" => &["a@example.org", "a.b@c.example", "a@", "b"],
        "hostname" | "hostname:draft4" | "host-name" | "idn-hostname" => {
            &["example.org", "a", "-a-", "a..b"]
        }
        "ipv4" | "ip-address" => &["127.0.0.1", "255.255.255.255", "256.0.0.1"],
        "ipv6" => &["::1", "2001:db8::1", "12345::", "::ffff:192.0.2.1"],
        "uri" | "iri" => &[
            "http://example.org/",
            "urn:a:b",
            "mailto:a@example.org",
            "not a uri",
        ],
        "uri-reference" | "iri-reference" => &["a", "/a/b", "http://example.org/", "\\a"],
        "uri-template" => &["/a/{b}", "a", "{"],
        "uuid" => &["2eb8aa08-aa98-11ea-b4aa-73b441d16380", "2eb8aa08"],
        "json-pointer" => &["", "/a", "a"],
        "relative-json-pointer" => &["0", "1/a", "/a"],
        "regex" => &["a", "^a+$", "("],
        "color" => &["red", "#ff0000", "no color"],
        "phone" => &["+1 555 0100", "a"],
        "base64" | "base64url" => &["", "YQ==", "YWJj", "!"],
        "application/json" => &["{}", "1", "{"],
        _ => &[],
    }
}

/// A pattern that all texts of a format match.
pub(super) fn superset(name: &str) -> Option<&'static str> {
    Some(match name {
        "date" => r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "date-time" => r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9:.]+([Zz]|[+-][0-9]{2}:[0-9]{2})$",
        "time" => r"^[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$",
        "time:draft3" => r"^[0-9]{2}:[0-9]{2}:[0-9]{2}$",
        "ipv4" | "ip-address" => r"^[0-9]{1,3}(\.[0-9]{1,3}){3}$",
        "ipv6" => r"^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*$",
        "uuid" => r"^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$",
        "duration" => r"^P[0-9A-Z]+$",
        "email" | "idn-email" => "@",
        "uri" | "iri" => r"^[A-Za-z][-+.A-Za-z0-9]*:",
        "json-pointer" => r"^(/[^]*)?$",
        "relative-json-pointer" => r"^[0-9]",
        _ => return None,
    })
}
