//! Faults that are planted, over all axes.

mod enforces;
mod protocol;
mod reading;
mod rules;
mod schema;
mod storage;
mod wire;

pub use enforces::Enforces;
pub use protocol::protocol;
pub use reading::reading;
pub use rules::rules;
pub use schema::schema;
pub use storage::storage;
pub use wire::wire;
