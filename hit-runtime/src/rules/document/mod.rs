//! Running the rules of a schema over a document.

mod arms;
mod check;
mod data;
mod edges;
mod entry;
mod input;
mod outside;
mod structural;
mod walk;

pub use crate::rule_book::Outside;
pub use data::{PlacedRule, Rules};
pub use edges::{leads, reached, walked};
pub use input::{Chain, Input};
pub use outside::Verdict;
pub use structural::entry_id;
