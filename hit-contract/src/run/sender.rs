//! Sending: with patience for a busy service, and not faster than is asked for.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::{Mutex, Semaphore};
use tokio::time::sleep;

use super::fault::{Fault, Kind};
use crate::http::{Reply, Request, SendError, Transport};

/// Attempts while a service says that it is busy.
const PATIENCE: u32 = 6;

/// Sends requests.
#[derive(Clone)]
pub struct Sender {
    transport: Arc<dyn Transport>,
    permits: Arc<Semaphore>,
    pace: Option<Arc<Pace>>,
}

struct Pace {
    gap: Duration,
    next: Mutex<Instant>,
}

/// A reply and how it came.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The reply, or why there is none.
    pub reply: Result<Reply, SendError>,
    /// How long it took, busy replies aside.
    pub took: Duration,
    /// What was wrong on the way.
    pub faults: Vec<Fault>,
}

impl Sender {
    /// Over a transport; so many at once, and so many a second.
    pub fn new(transport: Arc<dyn Transport>, at_once: usize, rate: Option<u32>) -> Self {
        let pace = rate.filter(|rate| *rate > 0).map(|rate| {
            Arc::new(Pace {
                gap: Duration::from_secs(1) / rate,
                next: Mutex::new(Instant::now()),
            })
        });
        Self {
            transport,
            permits: Arc::new(Semaphore::new(at_once.max(1))),
            pace,
        }
    }

    /// Sends one request, when it is its turn.
    pub async fn send(&self, request: &Request) -> Sent {
        // The semaphore is never closed.
        let _permit = self.permits.acquire().await;
        let mut faults = Vec::new();
        for attempt in 0..PATIENCE {
            self.wait().await;
            let start = Instant::now();
            let reply = self.transport.send(request).await;
            let took = start.elapsed();
            let busy = reply
                .as_ref()
                .ok()
                .filter(|reply| matches!(reply.status, 429 | 503));
            let Some(busy) = busy else {
                return Sent {
                    reply,
                    took,
                    faults,
                };
            };
            let after = busy.header("retry-after").map(str::to_owned);
            if after.is_none() && faults.is_empty() {
                let detail = format!("answered {} without Retry-After", busy.status);
                faults.push(Fault::new(Kind::Busy, "Retry-After", detail));
            }
            if attempt + 1 == PATIENCE {
                let detail = format!("answered {} {PATIENCE} times", busy.status);
                faults.push(Fault::new(Kind::Busy, "for ever", detail));
                return Sent {
                    reply,
                    took,
                    faults,
                };
            }
            let seconds = after
                .and_then(|text| text.trim().parse().ok())
                .unwrap_or(1)
                .min(1);
            sleep(Duration::from_millis(50 << attempt).min(Duration::from_secs(seconds.max(1))))
                .await;
        }
        unreachable_reply(faults)
    }

    async fn wait(&self) {
        let Some(pace) = &self.pace else { return };
        let mut next = pace.next.lock().await;
        let now = Instant::now();
        if *next > now {
            sleep(*next - now).await;
        }
        *next = (*next).max(now) + pace.gap;
    }
}

/// What is said should no attempt have been made.
fn unreachable_reply(faults: Vec<Fault>) -> Sent {
    Sent {
        reply: Err(SendError::Timeout),
        took: Duration::ZERO,
        faults,
    }
}
