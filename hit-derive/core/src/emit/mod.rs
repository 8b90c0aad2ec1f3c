//! The impls.

mod constraint;
mod culprits;
mod entry;
mod export;
mod generics;
mod inputs;
mod members;
mod nested;
mod read;
mod rule;
mod validate;
mod variants;

pub use entry::emit;
