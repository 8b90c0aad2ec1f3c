//! Documents run through generated types.

mod library;
mod run;
mod verdict;

pub(crate) use library::{externs, library};
pub(crate) use run::run;
pub(crate) use verdict::Verdict;
