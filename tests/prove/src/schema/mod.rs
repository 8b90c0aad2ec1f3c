//! Schemas of every draft, made at random from a grammar over all keywords.

mod arrays;
mod context;
mod core;
mod groups;
mod logic;
mod maker;
mod objects;
mod scalars;
mod vary;
pub mod words;

pub use maker::make;
pub use vary::vary;
