//! HTTP, byte for byte: what is sent is what a case says.

mod block;
mod client;
mod message;
mod read;
mod router;
mod stream;
mod transport;
mod url;
mod write;

pub use block::block_on;
pub use client::Client;
pub use message::{Framing, Reply, Request};
pub use router::{InProcess, in_process, router};
pub use transport::{Replying, SendError, Transport};
pub use url::{BadUrl, Origin};
