//! From shapes to the types that Rust will have.

mod array;
mod conditional;
mod conditions;
mod context;
mod contradiction;
mod decide;
mod kinds;
mod nodes;
mod object;
mod scalar;
mod size;
mod union;
mod unused;
mod walk;
mod words;

pub use walk::lower;
