//! Who may depend on whom: between the crates, and inside each of them.

mod circles;
pub mod crates;
mod modules;
mod resolve;
mod scan;
