//! What holds of a service whatever is sent.

mod absent;
mod idempotency;
mod links;
mod methods;
mod probe;
mod schema;
mod usages;

pub use absent::absent;
pub use idempotency::idempotency;
pub use links::links;
pub use methods::methods;
pub use probe::Probe;
pub use schema::schemas;
pub use usages::usages;
