//! How far a sink has got.

use rusqlite::{Connection, OptionalExtension, params};

/// The number of the last hit that went to the sink of this name; 0 at first.
pub fn cursor(connection: &Connection, name: &str) -> rusqlite::Result<i64> {
    let mut find = connection.prepare_cached("SELECT seq FROM cursors WHERE name = ?1")?;
    let found = find.query_row([name], |row| row.get(0)).optional()?;
    Ok(found.unwrap_or_default())
}

/// Moves it on.
pub fn set_cursor(connection: &Connection, name: &str, seq: i64) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO cursors (name, seq) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET seq = excluded.seq",
        )?
        .execute(params![name, seq])?;
    Ok(())
}
