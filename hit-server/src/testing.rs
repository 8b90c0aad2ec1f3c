//! Places where a test can make the collector misbehave: what a contract tester has to notice.
//! What only concerns requests and replies is done by a layer around [`Collector::router`](crate::Collector::router).

use std::collections::BTreeMap;

use bytes::Bytes;

pub use crate::judge::{Accepted, Verdict};
pub use crate::store::NewHit;

/// What was sent.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The body.
    pub body: &'a Bytes,
    /// The headers that rules may ask for, by their names in lower case.
    pub headers: &'a BTreeMap<String, String>,
    /// Whether `disableUsage=true`.
    pub disable_usage: bool,
}

/// Places where a test can step in. As they are, they change nothing.
pub trait Hooks: Send + Sync {
    /// What is judged and stored, instead of what came.
    fn body(&self, body: Bytes) -> Bytes {
        body
    }

    /// The verdict that is acted upon.
    fn verdict(&self, _asked: &Asked<'_>, verdict: Verdict) -> Verdict {
        verdict
    }

    /// What is stored; with `None` the client is told that it was, and it was not.
    fn store(&self, hit: NewHit) -> Option<NewHit> {
        Some(hit)
    }

    /// Whether a refused hit, of a type and number of schema of its own choice, is stored all the same.
    fn store_refused(&self, _asked: &Asked<'_>) -> bool {
        false
    }
}
