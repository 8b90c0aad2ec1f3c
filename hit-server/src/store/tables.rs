//! What stands in the store.

/// Marks the file as a store of hits: `hits` in ASCII.
pub const APPLICATION: i32 = 0x6869_7473;

/// The version of the tables. A change of them adds one, and a step in `open`.
pub const VERSION: i32 = 1;

/// The tables of version 1.
///
/// `hits` has no index but its key: an index costs every hit, and a scan of a million
/// hits takes a second. Identifiers of hits are `<store>-<seq>`, `seq` never used twice.
pub const CREATE: &str = "
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO about VALUES ('store', lower(hex(randomblob(6))));

CREATE TABLE schemas (id INTEGER PRIMARY KEY, type TEXT NOT NULL, digest TEXT NOT NULL UNIQUE, text TEXT NOT NULL) STRICT;

CREATE TABLE hits (
    seq INTEGER PRIMARY KEY,
    type TEXT NOT NULL,
    event_ms INTEGER NOT NULL,
    received_ms INTEGER NOT NULL,
    schema INTEGER NOT NULL,
    client TEXT,
    body TEXT NOT NULL
) STRICT;

CREATE TABLE keys (key BLOB PRIMARY KEY, body BLOB NOT NULL, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE usages (media TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (media, seq)) STRICT, WITHOUT ROWID;

CREATE TABLE rejects (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    received_ms INTEGER NOT NULL,
    type TEXT,
    code TEXT NOT NULL,
    client TEXT,
    disable_usage INTEGER NOT NULL,
    problem TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    body BLOB
) STRICT;

CREATE TABLE cursors (name TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
";
