//! From shapes to the types that Rust will have.

mod array;
mod kinds;
mod lowerer;
mod object;
mod scalar;
mod union;
mod words;

pub use lowerer::lower;
