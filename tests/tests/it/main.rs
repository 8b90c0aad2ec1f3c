//! Tests across crates, in one binary.

mod awkward;
mod bundles;
mod codes;
mod compiled_rules;
mod determinism;
mod documents;
mod drift;
mod examples;
mod formats;
mod goldens;
mod huge;
mod layering;
mod mouths;
mod mutations;
mod prove;
mod readme;
mod reports;
mod round_trip;
mod rules;
mod schemas;
mod smoke;
mod sources;
mod steps;
mod support;
mod versions;
