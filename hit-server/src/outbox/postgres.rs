//! A table of PostgreSQL.

use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;
use tokio_postgres::{Client, Error, NoTls};

use super::record::Record;
use super::sink::{Sink, SinkError};

/// For one batch.
const LIMIT: Duration = Duration::from_secs(30);

/// A table of PostgreSQL. A hit that is there already is left as it is, so that a batch may come twice.
pub struct Postgres {
    connection: String,
    table: String,
    open: Option<(Runtime, Client)>,
}

impl Postgres {
    /// By its connection string; the table is made when it is not there.
    pub fn new(connection: String, table: String) -> Self {
        Self {
            connection,
            table,
            open: None,
        }
    }

    fn connect(&self) -> Result<(Runtime, Client), SinkError> {
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| SinkError::Later(error.to_string()))?;
        let create = create(&self.table);
        let opened = runtime.block_on(async {
            let (client, connection) = tokio_postgres::connect(&self.connection, NoTls).await?;
            // Ends with the client; what goes wrong is told by the queries.
            tokio::spawn(connection);
            client.batch_execute(&create).await?;
            Ok(client)
        });
        let client = opened.map_err(|error: Error| SinkError::Later(error.to_string()))?;
        Ok((runtime, client))
    }
}

impl Sink for Postgres {
    fn send(&mut self, batch: &[Record]) -> Result<(), SinkError> {
        let (runtime, client) = match self.open.take() {
            Some(open) => open,
            None => self.connect()?,
        };
        let sql = insert(&self.table);
        // In the runtime, which the timer needs.
        let sent = runtime.block_on(async { timeout(LIMIT, send(&client, &sql, batch)).await });
        match sent {
            Ok(Ok(())) => {
                self.open = Some((runtime, client));
                Ok(())
            }
            Ok(Err(error)) if is_about_data(&error) => {
                self.open = Some((runtime, client));
                Err(SinkError::Never(code(&error)))
            }
            Ok(Err(error)) => Err(SinkError::Later(error.to_string())),
            Err(_) => Err(SinkError::Later("no answer in time".to_owned())),
        }
    }
}

async fn send(client: &Client, sql: &str, batch: &[Record]) -> Result<(), Error> {
    let column = |of: fn(&Record) -> &str| batch.iter().map(of).collect::<Vec<&str>>();
    let times = |of: fn(&Record) -> i64| batch.iter().map(of).collect::<Vec<i64>>();
    let clients: Vec<Option<&str>> = batch.iter().map(|it| it.client_id.as_deref()).collect();
    let statement = client.prepare(sql).await?;
    client
        .execute(
            &statement,
            &[
                &column(|it| &it.id),
                &column(|it| &it.hit_type),
                &times(|it| it.event_ms),
                &times(|it| it.received_ms),
                &clients,
                &column(|it| &it.schema_digest),
                &column(|it| it.hit.get()),
            ],
        )
        .await?;
    Ok(())
}

/// Whether it is the data that is not taken (SQLSTATE classes 22 and 23): a text with U+0000, which `jsonb` has not.
fn is_about_data(error: &Error) -> bool {
    let state = error.code().map(|state| state.code());
    state.is_some_and(|code| code.starts_with("22") || code.starts_with("23"))
}

/// The code alone: messages of the server quote values.
fn code(error: &Error) -> String {
    let state = error.code().map_or("no code", |state| state.code());
    format!("SQLSTATE {state}")
}

fn quoted(table: &str) -> String {
    format!("\"{}\"", table.replace('"', "\"\""))
}

fn create(table: &str) -> String {
    format!(
        "CREATE TABLE IF NOT EXISTS {} (id text PRIMARY KEY, type text NOT NULL, event_at timestamptz NOT NULL, \
         received_at timestamptz NOT NULL, client_id text, schema_digest text NOT NULL, hit jsonb NOT NULL)",
        quoted(table)
    )
}

fn insert(table: &str) -> String {
    format!(
        "INSERT INTO {} (id, type, event_at, received_at, client_id, schema_digest, hit) \
         SELECT id, type, to_timestamp(event / 1000.0), to_timestamp(received / 1000.0), client, digest, hit::jsonb \
         FROM unnest($1::text[], $2::text[], $3::int8[], $4::int8[], $5::text[], $6::text[], $7::text[]) \
         AS batch (id, type, event, received, client, digest, hit) ON CONFLICT (id) DO NOTHING",
        quoted(table)
    )
}
