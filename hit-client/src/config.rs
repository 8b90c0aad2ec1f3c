//! Settings of a client.

use std::time::Duration;

/// Settings of a client.
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) base: String,
    pub(crate) client_id: Option<String>,
    pub(crate) attempts: u32,
    pub(crate) first_wait: Duration,
    pub(crate) longest_wait: Duration,
    pub(crate) request: Duration,
}

impl Config {
    /// Of a service, by the URL above `/api`. Five attempts, a quarter of a second after the first, twice as long after each
    /// other, at most ten seconds; ten seconds for a request.
    pub fn new(base: impl Into<String>) -> Self {
        Self {
            base: base.into(),
            client_id: None,
            attempts: 5,
            first_wait: Duration::from_millis(250),
            longest_wait: Duration::from_secs(10),
            request: Duration::from_secs(10),
        }
    }

    /// The client id of a user interface: the header `X-KPK-CLIENT-ID`, which stands in for `origin`.
    #[must_use]
    pub fn client_id(mut self, id: impl Into<String>) -> Self {
        self.client_id = Some(id.into());
        self
    }

    /// How often a hit is sent before it is given up; 1 at least.
    #[must_use]
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts.max(1);
        self
    }

    /// The wait after the first attempt, and the longest there is. A `Retry-After` of the service is waited for, up to the longest.
    #[must_use]
    pub fn waits(mut self, first: Duration, longest: Duration) -> Self {
        self.first_wait = first;
        self.longest_wait = longest;
        self
    }

    /// How long one request may take.
    #[must_use]
    pub fn request_timeout(mut self, limit: Duration) -> Self {
        self.request = limit;
        self
    }
}
