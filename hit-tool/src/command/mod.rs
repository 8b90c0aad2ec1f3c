//! The commands: for each its arguments and what it does.

pub mod completions;
#[cfg(feature = "contract")]
pub mod contract;
pub mod diff;
pub mod generate;
pub mod man;
pub mod sample;
pub mod schema;
#[cfg(feature = "serve")]
pub mod serve;
pub mod validate;
