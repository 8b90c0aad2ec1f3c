//! What holds of a service whatever is sent.

mod absent;
mod idempotency;
mod methods;
mod probe;
mod schema;

pub use absent::absent;
pub use idempotency::idempotency;
pub use methods::methods;
pub use probe::Probe;
pub use schema::schemas;
