//! How a service is driven.

/// How a service is driven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The same seed gives the same cases.
    pub seed: u64,
    /// Requests at once.
    pub at_once: usize,
    /// Requests a second, at most.
    pub rate: Option<u32>,
    /// Cases of the random phase, for each endpoint.
    pub random: usize,
    /// Whether to stop at the first finding.
    pub first: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            seed: 0,
            at_once: 16,
            rate: None,
            random: 0,
            first: false,
        }
    }
}
