//! The schemas behind the types.

/// The bundled schema of each hit type, and of any hit (`HIT`), by name.
///
/// Each is one JSON Schema document (2020-12) that refers to nothing outside
/// itself.
pub const SCHEMAS: [(&str, &str); 7] = [
    ("HIT", include_str!("../schemas/hit.json")),
    ("CONNECTION", include_str!("../schemas/connection.json")),
    ("DOWNLOAD", include_str!("../schemas/download.json")),
    ("PLAY", include_str!("../schemas/play.json")),
    ("SEARCH", include_str!("../schemas/search.json")),
    ("UPLOAD", include_str!("../schemas/upload.json")),
    ("VIEW", include_str!("../schemas/view.json")),
];

/// The bundled schema of a hit type as it stands in hits, or of `HIT`.
///
/// ```
/// let schema = hit_model::schema("PLAY").expect("a hit type");
/// assert!(schema.contains("https://json-schema.org/draft/2020-12/schema"));
/// assert_eq!(hit_model::schema("play"), None);
/// ```
pub fn schema(name: &str) -> Option<&'static str> {
    let found = SCHEMAS.iter().find(|(known, _)| *known == name)?;
    Some(found.1)
}
