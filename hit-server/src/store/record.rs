//! Hits on their way in, and as they stand in the store.

use bytes::Bytes;

use super::key::Key;

/// A hit to be stored.
#[derive(Clone, Debug)]
pub struct NewHit {
    /// Its type.
    pub hit_type: &'static str,
    /// When it happened, in milliseconds since 1970.
    pub event_ms: i64,
    /// When it came.
    pub received_ms: i64,
    /// Its schema, by its number in the store.
    pub schema: i64,
    /// What `X-KPK-CLIENT-ID` said.
    pub client: Option<String>,
    /// The text, as it came: JSON in UTF-8.
    pub body: Bytes,
    /// The media whose use it records.
    pub used: Vec<String>,
    /// What makes sending it twice harmless.
    pub key: Option<Key>,
    /// The refused hit that it was before; gone when this is stored.
    pub was_reject: Option<i64>,
}

/// What came of storing a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// It has this number.
    As(i64),
    /// It had been stored before, under this number.
    Before(i64),
    /// Its key was used for another hit.
    KeyReused,
}

/// A hit in the store.
#[derive(Clone, Debug)]
pub struct StoredHit {
    /// Its number.
    pub seq: i64,
    /// Its type.
    pub hit_type: String,
    /// When it happened.
    pub event_ms: i64,
    /// When it came.
    pub received_ms: i64,
    /// The digest of the schema that it was held to.
    pub schema: String,
    /// What `X-KPK-CLIENT-ID` said.
    pub client: Option<String>,
    /// The text, as it came.
    pub body: String,
}
