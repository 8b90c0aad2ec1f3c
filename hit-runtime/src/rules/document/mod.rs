//! Running the rules of a schema over a document.

mod arms;
mod check;
mod data;
mod edges;
mod input;
mod outside;

pub use crate::rule_book::Outside;
pub use check::entry_id;
pub use data::{PlacedRule, Rules};
pub use edges::{leads, reached, walked};
pub use input::{Chain, Input};
pub use outside::Verdict;
