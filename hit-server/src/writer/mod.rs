//! The one thread that writes, and the queue before it.

mod command;
mod commit;
mod gather;
mod queue;
mod thread;

pub use command::Failure;
pub use queue::Queue;
pub use thread::{Writer, start};
