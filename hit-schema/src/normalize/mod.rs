//! From the graph of any draft to draft-free checks.

mod annotations;
mod context;
mod dispatch;
mod driver;
mod read;
mod rules;
mod site;
mod unknown;

pub use driver::{Normal, normalize};
