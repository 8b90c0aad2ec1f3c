//! Arguments of `hit serve`.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::ValueEnum;

use super::forward::Forward;

/// Arguments of `hit serve`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The first line on standard output says where it listens. An interrupt or SIGTERM ends it: what was taken is stored first.
The store is one SQLite file, made on first start; docs/deployment.md says how to run, back up and watch it.

Exit codes: 0 stopped as asked; 2 could not start (a port or a store in use, bad arguments).

Example: hit serve --store hits.sqlite --catalogue catalogue.json")]
pub struct Args {
    /// The store; made when it is not there.
    #[arg(long, value_name = "FILE", default_value = "hits.sqlite")]
    pub store: PathBuf,
    /// Where to listen; port 0 takes any.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Where the admin endpoints listen. Whoever reaches them sees personal data.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8081")]
    pub admin: SocketAddr,
    /// No admin endpoints.
    #[arg(long, conflicts_with = "admin")]
    pub no_admin: bool,
    /// What the system knows: user interfaces, users, medias with lengths (JSON). What is not there is not known.
    #[arg(long, value_name = "FILE")]
    pub catalogue: Option<PathBuf>,
    /// An origin that browsers may call from (`https://dam.example.org`, or `*`); may be repeated.
    #[arg(long, value_name = "ORIGIN")]
    pub cors: Vec<String>,
    /// Keep nothing of refused hits.
    #[arg(long)]
    pub no_rejects: bool,
    /// Bytes that a body may have.
    #[arg(long, value_name = "BYTES")]
    pub body_bytes: Option<usize>,
    /// Connections at once.
    #[arg(long, value_name = "N")]
    pub connections: Option<usize>,
    /// Hits that may wait to be stored.
    #[arg(long, value_name = "N")]
    pub queue_items: Option<usize>,
    /// Bytes of hits that may wait to be stored.
    #[arg(long, value_name = "BYTES")]
    pub queue_bytes: Option<usize>,
    /// Bytes that have to be free on the disk of the store.
    #[arg(long, value_name = "BYTES")]
    pub free_bytes: Option<u64>,
    /// Bytes that the store may take; 0 for all there are.
    #[arg(long, value_name = "BYTES")]
    pub store_bytes: Option<u64>,
    /// Seconds that the head of a request may take, and a connection may idle.
    #[arg(long, value_name = "SECONDS")]
    pub head_seconds: Option<u64>,
    /// Seconds to end in, when asked to.
    #[arg(long, value_name = "SECONDS")]
    pub shutdown_seconds: Option<u64>,
    /// Threads that serve requests; 0 for one a processor.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub threads: usize,
    /// The form of the log, on standard error.
    #[arg(long, value_enum, default_value_t = LogFormat::Auto, value_name = "FORM")]
    pub log: LogFormat,
    /// What is logged.
    #[arg(long, value_enum, default_value_t = LogLevel::Info, value_name = "LEVEL")]
    pub log_level: LogLevel,
    /// Where stored hits go.
    #[command(flatten)]
    pub forward: Forward,
}

/// The form of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// Text on a terminal, JSON elsewhere.
    Auto,
    /// Lines of JSON.
    Json,
    /// Lines for people.
    Text,
}

/// What is logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogLevel {
    /// What went wrong.
    Error,
    /// And what may go wrong.
    Warn,
    /// And starts and stops.
    Info,
    /// And each refused hit, by its keyword or rule.
    Debug,
}
