//! From the model to Rust tokens: types a person reads on one side, the code
//! that reads and writes them on the other. One emitter an item kind.

mod checks;
mod codec;
mod docs;
mod item;
mod literal;
mod module;
mod new;
mod structure;
mod tuple;
mod ty;
mod union;
mod words;

pub use module::{Emitted, emit};
