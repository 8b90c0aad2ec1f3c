//! From a setting to a sink.

use super::file::File;
use super::http::Http;
use super::sink::Sink;
use crate::settings::Sink as Setting;

/// The sink of a setting. It connects when there is something to send.
pub fn sink(setting: &Setting) -> Box<dyn Sink> {
    match setting {
        Setting::File(path) => Box::new(File::new(path.clone())),
        Setting::Http(url) => Box::new(Http::new(url.clone())),
        #[cfg(feature = "postgres")]
        Setting::Postgres { connection, table } => Box::new(super::postgres::Postgres::new(
            connection.clone(),
            table.clone(),
        )),
        #[cfg(feature = "clickhouse")]
        Setting::ClickHouse {
            url,
            database,
            table,
        } => Box::new(super::clickhouse::ClickHouse::new(url, database, table)),
        #[cfg(feature = "kafka")]
        Setting::Kafka { brokers, topic } => {
            Box::new(super::kafka::Kafka::new(brokers.clone(), topic.clone()))
        }
    }
}
