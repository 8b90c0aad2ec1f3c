//! The collector under load, and killed under load.

pub(crate) mod child;
mod client;
pub(crate) mod durability;
mod figures;
pub(crate) mod load;
mod process;
mod store;
