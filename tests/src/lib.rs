//! Tests across the crates of hit: see `tests/it`.
