//! Opening the store, and creating it.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, params};

use super::error::StoreError;
use super::lock::Lock;
use super::tables::{APPLICATION, CREATE, VERSION};
use crate::judge::Schemas;

/// An open store: the one connection that writes.
#[derive(Debug)]
pub struct Store {
    /// The connection.
    pub connection: Connection,
    /// What identifiers of hits begin with.
    pub name: String,
    /// The numbers of the schemas, in the order of [`Schemas::all`].
    pub schemas: Vec<i64>,
    #[expect(dead_code, reason = "held as long as the store is open")]
    lock: Lock,
}

impl Store {
    /// Opens the store at `path`; creates it when there is none. `bytes` bounds its size; 0 for no bound.
    ///
    /// # Errors
    /// A store that another process has, a file that is no store, a store of a later version.
    pub fn open(path: &Path, schemas: &Schemas, bytes: u64) -> Result<Self, StoreError> {
        if let Some(folder) = path.parent().filter(|it| !it.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder)?;
        }
        let lock = Lock::take(path)?;
        let mut connection = Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(5))?;
        prepare(&mut connection, path)?;
        bound(&connection, bytes)?;
        let name =
            connection.query_row("SELECT value FROM about WHERE name = 'store'", [], |row| {
                row.get(0)
            })?;
        let schemas = remember(&mut connection, schemas)?;
        Ok(Self {
            connection,
            name,
            schemas,
            lock,
        })
    }
}

/// A connection that only reads.
pub fn reader(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::from_secs(5))?;
    Ok(connection)
}

fn prepare(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let foreign = |what: &str| StoreError::Foreign(format!("`{}` {what}", path.display()));
    let pragma = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
    let (application, version) = (pragma("application_id"), pragma("user_version"));
    let application =
        application.map_err(|_| foreign("is not a store of hits: not a SQLite file"))?;
    match (application, version?) {
        (APPLICATION, VERSION) => {}
        (APPLICATION, version) => {
            return Err(foreign(&format!(
                "is a store of version {version}; this program reads version {VERSION}"
            )));
        }
        (0, 0) if is_empty(connection)? => create(connection)?,
        _ => return Err(foreign("is a SQLite file, but not a store of hits")),
    }
    let mode: String =
        connection.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))?;
    if mode != "wal" {
        return Err(foreign("is on a file system that has no write-ahead log"));
    }
    // An acknowledged hit is on the disk, not only with the operating system.
    connection.pragma_update(None, "synchronous", "full")?;
    Ok(())
}

fn is_empty(connection: &Connection) -> rusqlite::Result<bool> {
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(tables == 0)
}

fn create(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    transaction.execute_batch(CREATE)?;
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", VERSION)?;
    transaction.commit()
}

fn bound(connection: &Connection, bytes: u64) -> rusqlite::Result<()> {
    if bytes == 0 {
        return Ok(());
    }
    let page: i64 = connection.pragma_query_value(None, "page_size", |row| row.get(0))?;
    let pages = i64::try_from(bytes).unwrap_or(i64::MAX) / page.max(1);
    connection.pragma_update_and_check(None, "max_page_count", pages.max(1), |_| Ok(()))
}

/// Makes sure that the store has every schema that hits are held to, and numbers them.
fn remember(connection: &mut Connection, schemas: &Schemas) -> Result<Vec<i64>, StoreError> {
    let transaction = connection.transaction()?;
    let numbers = schemas.all().iter().map(|schema| {
        let text = String::from_utf8_lossy(&schema.text);
        transaction.execute(
            "INSERT OR IGNORE INTO schemas (type, digest, text) VALUES (?1, ?2, ?3)",
            params![schema.name, schema.digest, text],
        )?;
        transaction.query_row(
            "SELECT id FROM schemas WHERE digest = ?1",
            [&schema.digest],
            |row| row.get(0),
        )
    });
    let numbers = numbers.collect::<rusqlite::Result<Vec<i64>>>()?;
    transaction.commit()?;
    Ok(numbers)
}
