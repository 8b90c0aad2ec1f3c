//! A hit as it is forwarded.

use serde::Serialize;
use serde_json::value::RawValue;

use crate::store::StoredHit;
use crate::{clock, id};

/// A hit as it is forwarded.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Record {
    /// Its identifier: the same every time it is sent.
    pub id: String,
    /// Its type.
    #[serde(rename = "type")]
    pub hit_type: String,
    /// When it happened, an instant (RFC 3339).
    pub event_at: String,
    /// When it came.
    pub received_at: String,
    /// What `X-KPK-CLIENT-ID` said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// The digest of the schema that it was held to.
    pub schema_digest: String,
    /// The hit, on one line.
    pub hit: Box<RawValue>,
    /// When it happened, in milliseconds since 1970: for sinks that have a type for it.
    #[serde(skip)]
    #[cfg_attr(
        not(any(feature = "postgres", feature = "clickhouse")),
        expect(dead_code)
    )]
    pub event_ms: i64,
    /// When it came.
    #[serde(skip)]
    pub received_ms: i64,
    /// Its number.
    #[serde(skip)]
    pub seq: i64,
}

impl Record {
    /// Of a hit in the store `store`; `None` for a text that is no JSON, which no hit is.
    pub fn new(store: &str, hit: StoredHit) -> Option<Self> {
        Some(Self {
            id: id::id(store, hit.seq),
            hit_type: hit.hit_type,
            event_at: clock::rfc3339(hit.event_ms),
            received_at: clock::rfc3339(hit.received_ms),
            client_id: hit.client,
            schema_digest: hit.schema,
            hit: RawValue::from_string(on_one_line(&hit.body)).ok()?,
            event_ms: hit.event_ms,
            received_ms: hit.received_ms,
            seq: hit.seq,
        })
    }
}

/// One record a line (NDJSON).
pub fn lines(records: &[Record]) -> String {
    let mut text = String::new();
    for record in records {
        // A structure of texts and JSON is always written.
        text.push_str(&serde_json::to_string(record).unwrap_or_default());
        text.push('\n');
    }
    text
}

/// A JSON text without line breaks: inside of strings there are none, and outside they mean nothing.
fn on_one_line(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\n' | '\r')).collect()
}
