//! Reading hits.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::record::StoredHit;

/// What [`row`] reads, from `hits`.
pub const COLUMNS: &str = "seq, hits.type, event_ms, received_ms, schemas.digest, client, body \
     FROM hits LEFT JOIN schemas ON schemas.id = hits.schema";

/// A hit from the columns of [`COLUMNS`].
pub fn row(row: &Row<'_>) -> rusqlite::Result<StoredHit> {
    Ok(StoredHit {
        seq: row.get(0)?,
        hit_type: row.get(1)?,
        event_ms: row.get(2)?,
        received_ms: row.get(3)?,
        schema: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
        client: row.get(5)?,
        body: row.get(6)?,
    })
}

/// A hit by its number.
pub fn by_seq(connection: &Connection, seq: i64) -> rusqlite::Result<Option<StoredHit>> {
    let sql = format!("SELECT {COLUMNS} WHERE seq = ?1");
    connection
        .prepare_cached(&sql)?
        .query_row([seq], row)
        .optional()
}

/// The hits after a number, in order, at most `limit` of them and `bytes` of bodies (but one at least).
pub fn after(
    connection: &Connection,
    seq: i64,
    limit: usize,
    bytes: usize,
) -> rusqlite::Result<Vec<StoredHit>> {
    let sql = format!("SELECT {COLUMNS} WHERE seq > ?1 ORDER BY seq LIMIT ?2");
    let mut statement = connection.prepare_cached(&sql)?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut rows = statement.query(params![seq, limit])?;
    let (mut hits, mut total) = (Vec::new(), 0_usize);
    while let Some(found) = rows.next()? {
        let hit = row(found)?;
        total = total.saturating_add(hit.body.len());
        if total > bytes && !hits.is_empty() {
            break;
        }
        hits.push(hit);
    }
    Ok(hits)
}

/// The number of the newest hit; 0 when there is none.
pub fn newest(connection: &Connection) -> rusqlite::Result<i64> {
    let newest = connection.query_row("SELECT max(seq) FROM hits", [], |row| {
        row.get::<_, Option<i64>>(0)
    })?;
    Ok(newest.unwrap_or_default())
}
