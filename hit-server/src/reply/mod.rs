//! What replies have in common.

mod accept;
mod hal;
mod json;
mod query;

pub use accept::{HAL_JSON, JSON, acceptable};
pub use hal::{hal, link};
pub use json::{bytes, no_store, typed};
pub use query::Query;
