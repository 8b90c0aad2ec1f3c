//! Documents a schema accepts or refuses.

mod data;
mod invalid;
mod make;
mod rng;
mod valid;
mod wish;

pub use data::{NoSample, Sample, SampleSettings};
pub use make::sample;
