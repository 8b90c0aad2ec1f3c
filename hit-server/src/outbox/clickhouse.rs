//! A table of ClickHouse.

use std::time::Duration;

use clickhouse::{Client, Row};
use serde::Serialize;
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use super::record::Record;
use super::sink::{Sink, SinkError};

/// For one batch.
const LIMIT: Duration = Duration::from_secs(30);

/// A table of ClickHouse. A batch is one synchronous insert with a token of its own, so that ClickHouse itself drops one that
/// comes twice (replicated tables do; others with `non_replicated_deduplication_window`).
pub struct ClickHouse {
    client: Client,
    table: String,
    runtime: Option<Runtime>,
}

#[derive(Row, Serialize)]
struct Line<'a> {
    id: &'a str,
    r#type: &'a str,
    event_ms: i64,
    received_ms: i64,
    client_id: Option<&'a str>,
    schema_digest: &'a str,
    hit: &'a str,
}

impl ClickHouse {
    /// By its URL; the table has to be there.
    pub fn new(url: &str, database: &str, table: &str) -> Self {
        Self {
            client: Client::default().with_url(url).with_database(database),
            table: table.to_owned(),
            runtime: None,
        }
    }

    async fn insert(&self, batch: &[Record]) -> Result<(), clickhouse::error::Error> {
        let ends = batch.first().zip(batch.last());
        let token = ends.map(|(first, last)| format!("{}..{}", first.id, last.id));
        let mut client = self.client.clone().with_setting("async_insert", "0");
        if let Some(token) = token {
            client = client.with_setting("insert_deduplication_token", token);
        }
        let mut insert = client.insert::<Line<'_>>(&self.table).await?;
        for record in batch {
            insert.write(&line(record)).await?;
        }
        insert.end().await
    }
}

fn line(record: &Record) -> Line<'_> {
    Line {
        id: &record.id,
        r#type: &record.hit_type,
        event_ms: record.event_ms,
        received_ms: record.received_ms,
        client_id: record.client_id.as_deref(),
        schema_digest: &record.schema_digest,
        hit: record.hit.get(),
    }
}

impl Sink for ClickHouse {
    fn send(&mut self, batch: &[Record]) -> Result<(), SinkError> {
        let later = |what: String| SinkError::Later(what);
        let runtime = match self.runtime.take() {
            Some(runtime) => runtime,
            None => Builder::new_current_thread()
                .enable_all()
                .build()
                .map_err(|error| later(error.to_string()))?,
        };
        let sent = runtime.block_on(async { timeout(LIMIT, self.insert(batch)).await });
        self.runtime = Some(runtime);
        match sent {
            Ok(Ok(())) => Ok(()),
            // All columns are numbers and texts: nothing in a hit makes ClickHouse refuse it for good.
            Ok(Err(error)) => Err(later(error.to_string())),
            Err(_) => Err(later("no answer in time".to_owned())),
        }
    }
}
