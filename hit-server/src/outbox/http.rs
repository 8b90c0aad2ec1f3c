//! NDJSON, posted to a URL.

use std::time::Duration;

use ureq::Agent;

use super::record::{Record, lines};
use super::sink::{Sink, SinkError};

/// For one batch, from connecting to the answer.
const LIMIT: Duration = Duration::from_secs(30);

/// A URL that takes `application/x-ndjson`. Any 2xx means that it has the batch for good.
pub struct Http {
    url: String,
    agent: Agent,
}

impl Http {
    /// At `url`.
    pub fn new(url: String) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(LIMIT))
            .http_status_as_error(false)
            .max_redirects(0)
            .build();
        Self {
            url,
            agent: config.into(),
        }
    }
}

impl Sink for Http {
    fn send(&mut self, batch: &[Record]) -> Result<(), SinkError> {
        let ends = batch.first().zip(batch.last());
        let key = ends.map(|(first, last)| format!("\"{}..{}\"", first.id, last.id));
        let reply = self
            .agent
            .post(&self.url)
            .header("Content-Type", "application/x-ndjson")
            .header("Idempotency-Key", key.unwrap_or_default())
            .send(lines(batch));
        let status = match reply {
            Ok(reply) => reply.status().as_u16(),
            Err(error) => return Err(SinkError::Later(format!("no answer: {error}"))),
        };
        match status {
            200..=299 => Ok(()),
            // What these say is about the batch; what others say (401, 404, 429, 5xx) is not.
            400 | 413 | 422 => Err(SinkError::Never(format!("answered {status}"))),
            _ => Err(SinkError::Later(format!("answered {status}"))),
        }
    }
}
