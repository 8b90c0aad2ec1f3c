//! Everything that can be set, with its unit.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

/// Settings of a collector. [`Settings::new`] gives the documented defaults.
///
/// ```
/// let mut settings = hit_server::Settings::new("hits.sqlite");
/// settings.limits.body_bytes = 64 * 1024;
/// ```
#[derive(Clone, Debug)]
pub struct Settings {
    /// The file of the store; created when it is not there.
    pub store: PathBuf,
    /// Where the public endpoints listen.
    pub listen: SocketAddr,
    /// Where the admin endpoints listen; `None` for nowhere.
    pub admin: Option<SocketAddr>,
    /// What comes in at once, and how large.
    pub limits: Limits,
    /// How long things may take.
    pub timeouts: Timeouts,
    /// What waits to be stored, and how much the store may take.
    pub storage: Storage,
    /// What is kept of refused hits.
    pub rejects: Rejects,
    /// Origins that browsers may call from (`https://dam.example.org`); `*` for any. None by default.
    pub cors: Vec<String>,
    /// Where committed hits go; nowhere by default.
    pub forward: Option<Forward>,
}

/// Bounds of what comes in at once.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes of one body.
    pub body_bytes: usize,
    /// Bytes of all bodies that are being read or judged.
    pub bodies_bytes: usize,
    /// Open connections; more wait to be accepted.
    pub connections: usize,
    /// Headers of one request.
    pub headers: usize,
    /// Bytes of the head of a request: its target and headers; at least 8,192.
    pub head_bytes: usize,
    /// Searches at once.
    pub searches: usize,
    /// Hits that a search counts and pages through.
    pub results: u64,
    /// Hits on one page.
    pub page_size: u64,
    /// Filters (`fq`) of one search.
    pub filters: usize,
    /// Errors listed in one problem document.
    pub errors: usize,
}

/// How long things may take.
#[derive(Clone, Debug)]
pub struct Timeouts {
    /// For the head of a request to arrive, from the end of the last one: slow heads and idle
    /// connections are closed after it.
    pub head: Duration,
    /// For a body to arrive.
    pub body: Duration,
    /// For a hit to be stored, from its arrival in the queue.
    pub store: Duration,
    /// For one search.
    pub search: Duration,
    /// For the connections to end, and the queue to be stored, when the collector is stopped.
    pub shutdown: Duration,
}

/// Bounds of what is stored, and of what waits for it.
#[derive(Clone, Debug)]
pub struct Storage {
    /// Hits that may wait.
    pub queue_items: usize,
    /// Bytes of hits that may wait.
    pub queue_bytes: usize,
    /// Hits of one commit.
    pub batch: usize,
    /// Free bytes on the disk of the store below which no hit is taken; 0 for no floor.
    pub free_bytes: u64,
    /// Bytes that the store may take; 0 for as many as there are.
    pub store_bytes: u64,
}

/// What is kept of refused hits.
#[derive(Clone, Debug)]
pub struct Rejects {
    /// Whether anything is kept: refused hits hold personal data.
    pub keep: bool,
    /// Refused hits kept; the oldest go first.
    pub count: u64,
    /// Bytes of their bodies; the oldest go first.
    pub bytes: u64,
    /// For how long.
    pub age: Duration,
    /// Bytes of one body; of larger ones only the errors are kept.
    pub body_bytes: usize,
}

/// Where committed hits are forwarded to.
#[derive(Clone, Debug)]
pub struct Forward {
    /// The sink.
    pub sink: Sink,
    /// The name of the cursor: another name starts over.
    pub name: String,
    /// Hits of one batch.
    pub batch: usize,
    /// Between two looks for new hits.
    pub interval: Duration,
}

/// The kinds of sink.
#[derive(Clone, Debug)]
pub enum Sink {
    /// NDJSON, appended to a file and synced.
    File(PathBuf),
    /// NDJSON, posted to a URL.
    Http(String),
    /// A table of PostgreSQL, by its connection string.
    #[cfg(feature = "postgres")]
    Postgres {
        /// `host=127.0.0.1 user=hit dbname=hit`
        connection: String,
        /// The table, created when it is not there.
        table: String,
    },
    /// A table of ClickHouse.
    #[cfg(feature = "clickhouse")]
    ClickHouse {
        /// `http://127.0.0.1:8123`
        url: String,
        /// The database.
        database: String,
        /// The table; see `docs/deployment.md` for its definition.
        table: String,
    },
    /// A topic of Kafka.
    #[cfg(feature = "kafka")]
    Kafka {
        /// `127.0.0.1:9092`
        brokers: String,
        /// The topic.
        topic: String,
    },
}

const MIB: usize = 1024 * 1024;

impl Settings {
    /// The defaults, with a store at `store`.
    pub fn new(store: impl Into<PathBuf>) -> Self {
        let local = |port| SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        Self {
            store: store.into(),
            listen: local(8080),
            admin: Some(local(8081)),
            limits: Limits::new(),
            timeouts: Timeouts::new(),
            storage: Storage::new(),
            rejects: Rejects::new(),
            cors: Vec::new(),
            forward: None,
        }
    }
}

impl Limits {
    fn new() -> Self {
        Self {
            body_bytes: 2 * MIB,
            bodies_bytes: 64 * MIB,
            connections: 4096,
            headers: 64,
            head_bytes: 16 * 1024,
            searches: 10,
            results: 1_000_000,
            page_size: 1000,
            filters: 16,
            errors: 20,
        }
    }
}

impl Timeouts {
    fn new() -> Self {
        Self {
            head: Duration::from_secs(30),
            body: Duration::from_secs(20),
            store: Duration::from_secs(30),
            search: Duration::from_secs(10),
            shutdown: Duration::from_secs(20),
        }
    }
}

impl Storage {
    fn new() -> Self {
        Self {
            queue_items: 16 * 1024,
            queue_bytes: 64 * MIB,
            batch: 1024,
            free_bytes: 64 * MIB as u64,
            store_bytes: 0,
        }
    }
}

impl Rejects {
    fn new() -> Self {
        Self {
            keep: true,
            count: 10_000,
            bytes: 64 * MIB as u64,
            age: Duration::from_secs(30 * 24 * 3600),
            body_bytes: 64 * 1024,
        }
    }
}

impl Forward {
    /// To a sink, with the defaults.
    pub fn new(sink: Sink) -> Self {
        Self {
            sink,
            name: "default".to_owned(),
            batch: 1000,
            interval: Duration::from_secs(1),
        }
    }
}
