//! Back-references: back-tracking with bounded effort, as ECMA-262 defines it.

mod build;
mod run;
mod step;

pub(super) use build::build;
pub(super) use run::{Exceeded, is_match};
pub(super) use step::Steps;
