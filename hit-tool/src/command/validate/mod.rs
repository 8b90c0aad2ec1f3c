//! `hit validate`.

mod args;
mod counts;
mod documents;
mod human;
mod json;
mod lines;
mod rules;
mod run;
mod sarif;
mod schema;
mod sink;

pub use args::{Args, DraftName};
pub use run::run;
pub use schema::{entry, mappings, options};
