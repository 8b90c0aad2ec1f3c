//! The outbox: committed hits go on to another engine, in order, at least once, with stable ids.

#[cfg(feature = "clickhouse")]
mod clickhouse;
mod file;
mod http;
#[cfg(feature = "kafka")]
mod kafka;
#[cfg(feature = "postgres")]
mod postgres;
mod record;
mod run;
mod sink;
mod sinks;

pub use run::{Outbox, SET_ASIDE, start};
