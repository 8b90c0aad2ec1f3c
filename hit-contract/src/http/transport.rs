//! What carries requests: a socket, or a router in the same process.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use super::message::{Reply, Request};

/// Why there is no reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SendError {
    /// Nobody listens there, or the name leads nowhere.
    Unreachable(String),
    /// The time is up.
    Timeout,
    /// The connection ended, or what came is no HTTP.
    Broken(String),
}

impl fmt::Display for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable(why) => write!(f, "the service cannot be reached: {why}"),
            Self::Timeout => f.write_str("no reply in time"),
            Self::Broken(why) => write!(f, "no HTTP reply: {why}"),
        }
    }
}

impl std::error::Error for SendError {}

/// A reply to come.
pub type Replying<'t> = Pin<Box<dyn Future<Output = Result<Reply, SendError>> + Send + 't>>;

/// Carries a request to a service and brings the reply.
pub trait Transport: Send + Sync {
    /// Sends one request.
    fn send<'t>(&'t self, request: &'t Request) -> Replying<'t>;

    /// What stands before the target in a URL: `http://127.0.0.1:8080`.
    fn base(&self) -> &str;
}
