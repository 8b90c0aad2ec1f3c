//! Corners of formats: texts near the edge, on either side. The judges say on which.

/// Texts near the edge of a format.
pub fn corners(format: &str) -> Vec<String> {
    let texts: &[&str] = match format.split(':').next().unwrap_or(format) {
        "email" | "idn-email" => &[
            "a@example.org",
            "a.b+c@example.org",
            "\"a b\"@example.org",
            "a@[127.0.0.1]",
            "a@b@example.org",
            "example.org",
            "@example.org",
            "a@",
            ".a@example.org",
            "a..b@example.org",
            "a@example..org",
            "a b@example.org",
            "ü@example.org",
            "a@example.org\n",
        ],
        "date-time" => &[
            "2024-02-29T23:59:59Z",
            "2020-07-15T10:00:00+02:00",
            "2020-07-15t10:00:00.123456789z",
            "2020-07-15T10:00:00",
            "2023-02-29T00:00:00Z",
            "2020-07-15 10:00:00Z",
            "2020-07-15T24:00:00Z",
            "2020-07-15T10:00:00+24:00",
            "2020-7-15T10:00:00Z",
            "2020-07-15T10:00Z",
            "1998-12-31T23:59:60Z",
        ],
        "date" => &[
            "2024-02-29", "2000-02-29", "1900-02-29", "2023-02-29", "2020-13-01", "2020-00-10",
            "2020-1-1", "2020-06-31", "20200101", "0000-01-01", "2020-01-01Z",
        ],
        "time" => &[
            "23:59:59Z", "00:00:00+00:00", "10:00:00.5Z", "10:00:00", "24:00:00Z", "10:60:00Z",
            "10:00Z", "23:59:60Z",
        ],
        "duration" => &["P1Y2M3DT4H5M6S", "PT0S", "P4W", "P", "PT", "P1Y2W", "1D", "P1S", "-P1D"],
        "uuid" => &[
            "123e4567-e89b-12d3-a456-426614174000",
            "00000000-0000-0000-0000-000000000000",
            "123E4567-E89B-12D3-A456-426614174000",
            "123e4567e89b12d3a456426614174000",
            "{123e4567-e89b-12d3-a456-426614174000}",
            "123e4567-e89b-12d3-a456-42661417400g",
            "123e4567-e89b-12d3-a456-42661417400",
        ],
        "ipv4" | "ip-address" => &[
            "127.0.0.1", "0.0.0.0", "255.255.255.255", "256.0.0.1", "1.2.3", "01.2.3.4",
            "1.2.3.4.5", "0x7f.0.0.1", "1.2.3.4 ", "::1",
        ],
        "ipv6" => &[
            "::1", "::", "2001:db8::1", "1:2:3:4:5:6:7:8", "::ffff:192.0.2.1", "1::2::3",
            "12345::", "fe80::1%eth0", "1:2:3:4:5:6:7", "127.0.0.1", ":1",
        ],
        "uri" | "iri" => &[
            "https://example.org/a?b#c", "urn:a:b", "mailto:a@example.org", "http://[::1]/",
            "/relative", "http://exa mple.org", "://x", "", "http://example.org/%zz", "example",
        ],
        "uri-reference" | "iri-reference" => &["/a/b?c#d", "", "../x", "https://example.org", "a b", "\\\\host", "#a#b"],
        "hostname" | "host-name" | "idn-hostname" => &[
            "example.org", "a", "xn--bcher-kva.example", "-a.example", "a-.example", "a..b",
            "a_b.example", "a.example.", "",
        ],
        "json-pointer" => &["", "/a/0", "/a~1b", "a", "/~", "/~2", "#/a"],
        "relative-json-pointer" => &["0", "1/a", "0#", "-1", "01", "/a"],
        "regex" => &["^a$", "[a-z]+", "(", "[", "a{2,1}", "*"],
        "uri-template" => &["/a/{b}", "{+x}", "/a/{", "{}", "/{a b}"],
        "color" => &["red", "#abc", "#abcdef", "#ab", "notacolor"],
        _ => &["", "text"],
    };
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// What the engine says about a format; a format it does not know is anything.
pub fn is_valid(format: &str, text: &str) -> bool {
    hit_runtime::format::lookup(format).is_none_or(|check| check(text))
}
