//! Compiles generated code by the compiler itself: the crates it needs are
//! built by cargo once, so that a unit costs no more than its own code.

mod externs;
mod message;
mod module;
mod program;
mod rustc;

pub(crate) use externs::Externs;
pub(crate) use module::Module;
pub(crate) use program::{Built, Program, Purpose, build, plan};
pub(crate) use rustc::{check, rustc};
