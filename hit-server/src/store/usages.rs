//! The uses of a medium.

use rusqlite::Connection;

/// The hits that recorded a use of a medium, newest first, at most `limit`; and how many there are.
pub fn usages(
    connection: &Connection,
    media: &str,
    limit: u64,
) -> rusqlite::Result<(Vec<i64>, u64)> {
    let count = connection.query_row(
        "SELECT count(*) FROM usages WHERE media = ?1",
        [media],
        |row| row.get::<_, i64>(0),
    )?;
    let mut listed = connection
        .prepare_cached("SELECT seq FROM usages WHERE media = ?1 ORDER BY seq DESC LIMIT ?2")?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = listed.query_map(rusqlite::params![media, limit], |row| row.get(0))?;
    let hits = rows.collect::<rusqlite::Result<_>>()?;
    Ok((hits, u64::try_from(count).unwrap_or_default()))
}
