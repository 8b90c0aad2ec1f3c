//! Faults that are planted, over all axes.

mod protocol;
mod reading;
mod rules;
mod schema;
mod storage;
mod wire;

pub use protocol::protocol;
pub use reading::reading;
pub use rules::rules;
pub use schema::{Enforces, schema};
pub use storage::storage;
pub use wire::wire;
