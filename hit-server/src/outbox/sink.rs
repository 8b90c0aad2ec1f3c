//! What a sink is.

use super::record::Record;

/// Where records go.
pub trait Sink: Send {
    /// Sends a batch. When this is done, the sink has it for good.
    ///
    /// # Errors
    /// Whether to try again; the sink may have some of the batch then.
    fn send(&mut self, batch: &[Record]) -> Result<(), SinkError>;
}

/// Why a batch was not taken.
#[derive(Debug)]
pub enum SinkError {
    /// It may be taken later: the sink is away, busy or not set up.
    Later(String),
    /// Something in it will never be taken.
    Never(String),
}
