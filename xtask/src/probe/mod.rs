//! Documents run through generated types.

mod library;
mod run;
mod verdict;

pub(crate) use library::{externs, library, optimized, with_rules};
pub(crate) use run::{answers, run};
pub(crate) use verdict::Verdict;
