//! Programs of `tests/peers`, built and asked.

mod build;
mod worker;

pub(crate) use build::program;
pub(crate) use worker::Worker;
