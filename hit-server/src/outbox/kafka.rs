//! A topic of Kafka.

use std::time::Duration;

use rdkafka::ClientConfig;
use rdkafka::error::{KafkaError, RDKafkaErrorCode};
use rdkafka::producer::{FutureProducer, FutureRecord};
use rdkafka::util::Timeout;
use tokio::runtime::{Builder, Runtime};

use super::record::{Record, lines};
use super::sink::{Sink, SinkError};

/// For one batch.
const LIMIT: Duration = Duration::from_secs(30);

/// A topic of Kafka: a message a hit, its identifier as the key, acknowledged by all replicas.
pub struct Kafka {
    brokers: String,
    topic: String,
    open: Option<(Runtime, FutureProducer)>,
}

impl Kafka {
    /// By its brokers.
    pub fn new(brokers: String, topic: String) -> Self {
        Self {
            brokers,
            topic,
            open: None,
        }
    }

    fn connect(&self) -> Result<(Runtime, FutureProducer), SinkError> {
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| SinkError::Later(error.to_string()))?;
        let producer = ClientConfig::new()
            .set("bootstrap.servers", &self.brokers)
            .set("enable.idempotence", "true")
            .set("acks", "all")
            .set("message.timeout.ms", LIMIT.as_millis().to_string())
            .create();
        let producer = producer.map_err(|error: KafkaError| SinkError::Later(error.to_string()))?;
        Ok((runtime, producer))
    }
}

impl Sink for Kafka {
    fn send(&mut self, batch: &[Record]) -> Result<(), SinkError> {
        let (runtime, producer) = match self.open.take() {
            Some(open) => open,
            None => self.connect()?,
        };
        let sent = runtime.block_on(send(&producer, &self.topic, batch));
        self.open = Some((runtime, producer));
        sent.map_err(|error| match error {
            KafkaError::MessageProduction(RDKafkaErrorCode::MessageSizeTooLarge) => {
                SinkError::Never("the message is too large".to_owned())
            }
            other => SinkError::Later(other.to_string()),
        })
    }
}

/// Queues all messages, then waits for all to be acknowledged.
async fn send(producer: &FutureProducer, topic: &str, batch: &[Record]) -> Result<(), KafkaError> {
    let mut waiting = Vec::with_capacity(batch.len());
    for record in batch {
        let text = lines(std::slice::from_ref(record));
        let message = FutureRecord::to(topic)
            .key(&record.id)
            .payload(text.trim_end());
        let sent = producer.send_result(message);
        waiting.push(match sent {
            Ok(answer) => answer,
            // The queue of the producer is full: what is in it goes first.
            Err((_, message)) => {
                producer
                    .send(message, Timeout::After(LIMIT))
                    .await
                    .map_err(|(error, _)| error)?;
                continue;
            }
        });
    }
    for answer in waiting {
        answer
            .await
            .map_err(|_| KafkaError::Canceled)?
            .map_err(|(error, _)| error)?;
    }
    Ok(())
}
