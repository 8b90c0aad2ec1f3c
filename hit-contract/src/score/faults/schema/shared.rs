//! Changes of what all types of hits share.

use super::change::Change;

/// One a line, however long.
#[rustfmt::skip]
pub const SHARED: &[Change] = &[
    ("session-length-unbounded", "SessionId", "maxLength", ""),
    ("session-one-too-long", "SessionId", "maxLength", "129"),
    ("session-one-too-short", "SessionId", "maxLength", "127"),
    ("session-empty", "SessionId", "minLength", "0"),
    ("session-any-type", "SessionId", "type", ""),
    ("session-hexadecimal", "SessionId", "pattern", r#""^[0-9A-Za-z]*$""#),
    ("referrer-unbounded", "Referrer", "maxLength", ""),
    ("referrer-null", "Referrer", "type", r#"["string", "null"]"#),
    ("referrer-a-uri", "Referrer", "pattern", r#""^[^ ]*$""#),
    ("origin-no-maximum", "Origin", "maximum", ""),
    ("origin-maximum-less-one", "Origin", "maximum", "2147483646"),
    ("origin-no-minus-one", "Origin", "minimum", "0"),
    ("origin-minus-two", "Origin", "minimum", "-2"),
    ("origin-fractions", "Origin", "type", r#""number""#),
    ("origin-null", "Origin", "type", r#"["integer", "null"]"#),
    ("origin-text", "Origin", "type", r#"["integer", "string"]"#),
    ("users-empty", "Users", "minItems", "0"),
    ("users-unbounded", "Users", "maxItems", ""),
    ("users-one-less", "Users", "maxItems", "999"),
    ("users-unchecked", "Users", "items", "{}"),
    ("users-repeated", "Users", "uniqueItems", "true"),
    ("medias-unbounded", "Medias", "maxItems", ""),
    ("medias-empty", "Medias", "minItems", ""),
    ("medias-numbers", "MediaId", "type", r#"["string", "number"]"#),
    ("folders-unbounded", "Folders", "maxItems", ""),
    ("user-id-number", "UserId", "type", r#"["string", "integer"]"#),
    ("user-id-unbounded", "UserId", "maxLength", ""),
    ("user-closed", "User", "additionalProperties", "false"),
    ("user-a-text", "User", "type", r#"["object", "string"]"#),
    ("email-too-short", "User/properties/email", "minLength", ""),
    ("email-asserted", "User/properties/email", "pattern", r#""^[^@ ]+@[^@ ]+$""#),
    ("first-name-unbounded", "User/properties/firstName", "maxLength", ""),
    ("last-name-empty", "User/properties/lastName", "minLength", ""),
    ("date-unanchored", "Date", "pattern", r#""^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}""#),
    ("date-anything", "Date", "pattern", ""),
    ("date-utc-alone", "Date", "pattern", r#""^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?Z?$""#),
    ("ip-version-4-alone", "IpAddress", "pattern", r#""^[0-9]{1,3}(?:\\.[0-9]{1,3}){3}$""#),
    ("ip-anything", "IpAddress", "pattern", ""),
];

/// Changes at the root of every type.
#[rustfmt::skip]
pub const ROOTS: &[(&str, &str, &str)] = &[
    ("unknown-members-refused", "additionalProperties", "false"),
    ("referrer-required", "required", r#"["date", "type", "sessionId", "ip", "users", "referrer"]"#),
    ("at-most-eight-members", "maxProperties", "8"),
];
