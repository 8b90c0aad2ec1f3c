//! Making cases: candidates are cheap guesses, the judges decide on the final bytes.

mod bases;
mod build;
mod candidates;
mod choices;
mod corpus;
mod documents;
mod edges;
mod formats;
mod keep;
mod literals;
mod numbers;
mod pattern;
mod random;
mod rules;
mod scan;
mod sink;
mod source;
mod spelling;
mod strings;
mod want;
mod wire;

pub use corpus::{Making, corpus};
pub use scan::general;
pub use sink::{Ambiguous, Sink};
pub use source::Source;
pub use wire::Strictness;
