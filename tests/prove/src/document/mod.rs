//! Documents that a schema nearly accepts.

mod conform;
mod merged;
mod strings;

pub use conform::Conform;
