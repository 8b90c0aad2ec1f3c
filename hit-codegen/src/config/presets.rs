//! Types that well-known crates have for formats.

/// The Rust path for a format under a preset; `None` when the preset has none.
pub(super) fn own_type(preset: &str, format: &str) -> Option<&'static str> {
    Some(match (preset, format) {
        ("jiff", "date-time") => "jiff::Timestamp",
        ("jiff", "date") => "jiff::civil::Date",
        ("jiff", "time") => "jiff::civil::Time",
        ("jiff", "duration") => "jiff::Span",
        ("chrono", "date-time") => "chrono::DateTime<chrono::FixedOffset>",
        ("chrono", "date") => "chrono::NaiveDate",
        ("time", "date") => "time::Date",
        ("uuid", "uuid") => "uuid::Uuid",
        ("url", "uri") => "url::Url",
        ("std", "ipv4") => "std::net::Ipv4Addr",
        ("std", "ipv6") => "std::net::Ipv6Addr",
        _ => return None,
    })
}

/// All presets, for messages.
pub(super) const NAMES: &[&str] = &["jiff", "chrono", "time", "uuid", "url", "std"];
