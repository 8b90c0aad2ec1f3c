//! How an answer goes wrong.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::http::{Reply, Request};
use crate::score::misbehave::Misbehave;
use crate::score::planted::Planted;

/// Answers otherwise.
pub struct Answers(pub fn(&Request, Reply) -> Reply);

impl Misbehave for Answers {
    fn reply(&self, request: &Request, reply: Reply) -> Reply {
        (self.0)(request, reply)
    }
}

/// Asks otherwise.
pub struct Asks(pub fn(Request) -> Request);

impl Misbehave for Asks {
    fn request(&self, request: Request) -> Vec<Request> {
        vec![(self.0)(request)]
    }
}

/// Counts its answers.
pub struct Counts {
    answer: fn(usize, &Request, Reply) -> Reply,
    count: AtomicUsize,
}

impl Misbehave for Counts {
    fn reply(&self, request: &Request, reply: Reply) -> Reply {
        let count = self.count.fetch_add(1, Ordering::Relaxed);
        (self.answer)(count, request, reply)
    }
}

/// A fault of what is answered.
pub fn answers(id: &str, answer: fn(&Request, Reply) -> Reply) -> Planted {
    Planted::new("protocol", id, Answers(answer))
}

/// A fault of what reaches the service.
pub fn asks(id: &str, ask: fn(Request) -> Request) -> Planted {
    Planted::new("protocol", id, Asks(ask))
}

/// A fault that depends on how often was answered before.
pub fn counts(id: &str, answer: fn(usize, &Request, Reply) -> Reply) -> Planted {
    let count = AtomicUsize::new(0);
    Planted::new("protocol", id, Counts { answer, count })
}
