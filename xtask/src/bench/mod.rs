//! Measurements, as ratios of what was measured in one run.

mod args;
mod compile;
mod derive;
mod documents;
mod engine;
mod hits;
mod rules;
mod run;

pub(crate) use args::Args;
pub(crate) use run::run;
