//! The metrics.

use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Registry;

use super::labels::{Code, Outcome, Reason};

/// What is counted and measured.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    /// Hits by type and outcome.
    pub hits: Family<Outcome, Counter>,
    /// Refused hits by the code of their first error.
    pub refused: Family<Code, Counter>,
    /// Requests that could not be taken, by reason.
    pub unavailable: Family<Reason, Counter>,
    /// Hits that wait to be stored.
    pub queue_items: Gauge,
    /// Their bytes.
    pub queue_bytes: Gauge,
    /// Hits of one commit.
    pub batch: Histogram,
    /// Seconds of one commit.
    pub commit: Histogram,
    /// Refused hits that could not be kept.
    pub rejects_dropped: Counter,
    /// Seconds of one search.
    pub search: Histogram,
    /// Open connections.
    pub connections: Gauge,
    /// Hits forwarded.
    pub forwarded: Counter,
    /// Batches that the sink did not take.
    pub forward_failures: Counter,
    /// Hits that the sink will not take, set aside.
    pub forward_poison: Counter,
    /// Hits that are not forwarded yet.
    pub lag_items: Gauge,
    /// Milliseconds since the oldest of them came.
    pub lag_ms: Gauge,
}

impl Metrics {
    /// All at zero.
    pub fn new() -> Self {
        let mut metrics = Self {
            registry: Registry::with_prefix("hit"),
            hits: Family::default(),
            refused: Family::default(),
            unavailable: Family::default(),
            queue_items: Gauge::default(),
            queue_bytes: Gauge::default(),
            batch: Histogram::new(exponential_buckets(1.0, 2.0, 13)),
            commit: Histogram::new(exponential_buckets(0.0001, 2.0, 16)),
            rejects_dropped: Counter::default(),
            search: Histogram::new(exponential_buckets(0.0001, 4.0, 10)),
            connections: Gauge::default(),
            forwarded: Counter::default(),
            forward_failures: Counter::default(),
            forward_poison: Counter::default(),
            lag_items: Gauge::default(),
            lag_ms: Gauge::default(),
        };
        metrics.register();
        metrics
    }

    fn register(&mut self) {
        let it = &mut self.registry;
        it.register("hits", "Hits by type and outcome", self.hits.clone());
        it.register(
            "refused",
            "Refused hits by their first error",
            self.refused.clone(),
        );
        it.register(
            "unavailable",
            "Requests not taken, by reason",
            self.unavailable.clone(),
        );
        it.register(
            "queue_items",
            "Hits that wait to be stored",
            self.queue_items.clone(),
        );
        it.register(
            "queue_bytes",
            "Bytes that wait to be stored",
            self.queue_bytes.clone(),
        );
        it.register("batch_items", "Hits of one commit", self.batch.clone());
        it.register(
            "commit_seconds",
            "Seconds of one commit",
            self.commit.clone(),
        );
        it.register(
            "rejects_dropped",
            "Refused hits not kept",
            self.rejects_dropped.clone(),
        );
        it.register(
            "search_seconds",
            "Seconds of one search",
            self.search.clone(),
        );
        it.register("connections", "Open connections", self.connections.clone());
        it.register("forwarded", "Hits forwarded", self.forwarded.clone());
        it.register(
            "forward_failures",
            "Batches not taken by the sink",
            self.forward_failures.clone(),
        );
        it.register(
            "forward_poison",
            "Hits that the sink will not take",
            self.forward_poison.clone(),
        );
        it.register(
            "forward_lag_items",
            "Hits not forwarded yet",
            self.lag_items.clone(),
        );
        it.register(
            "forward_lag_milliseconds",
            "Age of the oldest of them",
            self.lag_ms.clone(),
        );
    }

    /// In the text format of OpenMetrics.
    pub fn text(&self) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}
