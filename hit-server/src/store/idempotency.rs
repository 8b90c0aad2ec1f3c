//! The same hit, sent twice.

use rusqlite::{Connection, OptionalExtension, params};

use super::key::Key;
use super::record::Stored;

/// What became of an earlier request with this key, if there was one.
pub(super) fn before(connection: &Connection, key: &Key) -> rusqlite::Result<Option<Stored>> {
    let mut find = connection.prepare_cached("SELECT body, seq FROM keys WHERE key = ?1")?;
    let found: Option<(Vec<u8>, i64)> = find
        .query_row([&key.key[..]], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(found.map(|(body, seq)| match body == key.body {
        true => Stored::Before(seq),
        false => Stored::KeyReused,
    }))
}

/// Remembers the key.
pub(super) fn remember(connection: &Connection, key: &Key, seq: i64) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO keys (key, body, seq) VALUES (?1, ?2, ?3)")?
        .execute(params![&key.key[..], &key.body[..], seq])?;
    Ok(())
}
