//! What the store holds, read as any tool would.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::Connection;

/// A look into a store that nobody writes.
pub(super) struct Look(Connection);

impl Look {
    /// Opens it.
    pub(super) fn at(store: &Path) -> Result<Self, String> {
        Connection::open(store)
            .map(Self)
            .map_err(|error| error.to_string())
    }

    /// Whether SQLite finds it whole.
    pub(super) fn is_whole(&self) -> Result<bool, String> {
        let said = self
            .0
            .query_row("PRAGMA integrity_check", [], |row| row.get::<_, String>(0));
        said.map(|said| said == "ok")
            .map_err(|error| error.to_string())
    }

    /// The numbers of the hits after `seq`, by their marks.
    pub(super) fn marks(&self, seq: i64) -> Result<BTreeMap<String, Vec<i64>>, String> {
        let read = || {
            let sql = "SELECT seq, json_extract(body, '$.probe') FROM hits WHERE seq > ?1";
            let mut statement = self.0.prepare(sql)?;
            let mut rows = statement.query([seq])?;
            let mut marks: BTreeMap<String, Vec<i64>> = BTreeMap::new();
            while let Some(row) = rows.next()? {
                marks.entry(row.get(1)?).or_default().push(row.get(0)?);
            }
            Ok(marks)
        };
        read().map_err(|error: rusqlite::Error| error.to_string())
    }
}
