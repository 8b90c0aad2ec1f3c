//! How a service misbehaves.

use std::collections::BTreeMap;

use crate::http::{Reply, Request};

/// What was sent, as a service sees it.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The body.
    pub body: &'a [u8],
    /// The headers that rules may ask for, by their names in lower case.
    pub headers: &'a BTreeMap<String, String>,
    /// Whether the service as it is accepts it.
    pub accepted: bool,
}

/// What a fault makes of a verdict.
#[derive(Clone, Debug, PartialEq)]
pub enum Ruling {
    /// The service decides.
    Keep,
    /// It accepts.
    Accept,
    /// It refuses, for these violations.
    Refuse(Vec<hit_runtime::Violation>),
}

/// What a fault makes of a document that is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Storing {
    /// It is stored.
    Keep,
    /// It is not.
    Lose,
    /// Something else is.
    Instead(Vec<u8>),
}

/// Misbehaves. As it is, it changes nothing.
pub trait Misbehave: Send + Sync {
    /// What is judged instead of what came.
    fn body(&self, body: &[u8]) -> Option<Vec<u8>> {
        let _ = body;
        None
    }

    /// The verdict that is acted upon.
    fn verdict(&self, asked: &Asked<'_>) -> Ruling {
        let _ = asked;
        Ruling::Keep
    }

    /// What is stored of an accepted document.
    fn store(&self, body: &[u8]) -> Storing {
        let _ = body;
        Storing::Keep
    }

    /// Whether a refused document is stored all the same.
    fn store_refused(&self, body: &[u8]) -> bool {
        let _ = body;
        false
    }

    /// What reaches the service of a request; each is sent, the last is answered.
    fn request(&self, request: Request) -> Vec<Request> {
        vec![request]
    }

    /// What comes back.
    fn reply(&self, request: &Request, reply: Reply) -> Reply {
        let _ = request;
        reply
    }

    /// How long an answer is held back, in milliseconds.
    fn delay(&self, request: &Request) -> u64 {
        let _ = request;
        0
    }
}

/// No fault at all.
#[derive(Clone, Copy, Debug)]
pub struct Faultless;

impl Misbehave for Faultless {}
