//! What `#[derive(Validate)]` writes, as a function of tokens.
//!
//! A driver ([`expand`]) with a line a phase, below it what reads attributes
//! (`attr`), CEL (`cel`), what makes Rust of CEL (`lower`), and what writes the
//! impls (`emit`). Every phase puts what is wrong into one bag, so that all
//! mistakes of a type are told at once.
//!
//! Apart from the macro in `hit-derive`, which has to wait for machine code of all
//! that it uses: this crate is compiled while that of `syn` is still being made.

mod ast;
mod attr;
mod cel;
mod check;
mod emit;
mod errors;
mod expand;
mod lower;
mod parameters;

pub use expand::expand;
