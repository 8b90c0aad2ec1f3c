//! Where stored hits go.

use std::path::PathBuf;

use hit_server::settings::{Forward as To, Sink};

/// Where stored hits go, at least once each, with stable ids.
#[derive(Clone, Debug, clap::Args)]
#[group(multiple = false)]
pub struct Forward {
    /// Forward as NDJSON, appended to a file.
    #[arg(long, value_name = "FILE")]
    pub forward_file: Option<PathBuf>,
    /// Forward as NDJSON, posted to a URL.
    #[arg(long, value_name = "URL")]
    pub forward_http: Option<String>,
    /// Forward to the table `hits` of PostgreSQL, by its connection string.
    #[cfg(feature = "postgres")]
    #[arg(long, value_name = "CONNECTION")]
    pub forward_postgres: Option<String>,
    /// Forward to the table `hits` of ClickHouse, by its URL.
    #[cfg(feature = "clickhouse")]
    #[arg(long, value_name = "URL")]
    pub forward_clickhouse: Option<String>,
    /// Forward to the topic `hits` of Kafka, by its brokers.
    #[cfg(feature = "kafka")]
    #[arg(long, value_name = "BROKERS")]
    pub forward_kafka: Option<String>,
}

impl Forward {
    /// As a setting.
    pub fn setting(&self) -> Option<To> {
        let sinks = [
            self.forward_file.clone().map(Sink::File),
            self.forward_http.clone().map(Sink::Http),
            #[cfg(feature = "postgres")]
            self.forward_postgres
                .clone()
                .map(|connection| Sink::Postgres {
                    connection,
                    table: "hits".to_owned(),
                }),
            #[cfg(feature = "clickhouse")]
            self.forward_clickhouse.clone().map(|url| Sink::ClickHouse {
                url,
                database: "default".to_owned(),
                table: "hits".to_owned(),
            }),
            #[cfg(feature = "kafka")]
            self.forward_kafka.clone().map(|brokers| Sink::Kafka {
                brokers,
                topic: "hits".to_owned(),
            }),
        ];
        sinks.into_iter().flatten().next().map(To::new)
    }
}
