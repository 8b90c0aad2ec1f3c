//! Tests across the crates of hit: see `tests/it`.

/// Holds that the example of the README runs.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
