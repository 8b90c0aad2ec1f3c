//! Storing a hit, in the transaction of its batch.

use rusqlite::{Connection, params};

use super::idempotency::{before, remember};
use super::record::{NewHit, Stored};
use super::rejects::delete_reject;

/// Stores a hit. Nothing of it is there until the transaction is committed.
///
/// # Errors
/// Those of SQLite: the transaction is to be rolled back.
pub fn append(connection: &Connection, hit: &NewHit) -> rusqlite::Result<Stored> {
    if let Some(key) = &hit.key
        && let Some(stored) = before(connection, key)?
    {
        return Ok(stored);
    }
    // A body that was judged to be JSON is UTF-8.
    let body = std::str::from_utf8(&hit.body)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    connection
        .prepare_cached(
            "INSERT INTO hits (type, event_ms, received_ms, schema, client, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![hit.hit_type, hit.event_ms, hit.received_ms, hit.schema, hit.client, body])?;
    let seq = connection.last_insert_rowid();
    if let Some(key) = &hit.key {
        remember(connection, key, seq)?;
    }
    for media in &hit.used {
        connection
            .prepare_cached("INSERT OR IGNORE INTO usages (media, seq) VALUES (?1, ?2)")?
            .execute(params![media, seq])?;
    }
    if let Some(id) = hit.was_reject {
        delete_reject(connection, id)?;
    }
    Ok(Stored::As(seq))
}
