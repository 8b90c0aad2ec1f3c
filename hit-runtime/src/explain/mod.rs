//! Everything that is wrong with a JSON text, each thing with its place.

mod locate;
mod text;

pub use text::{explain, explain_with};
