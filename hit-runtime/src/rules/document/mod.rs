//! Running the rules of a schema over a document.

mod arms;
mod check;
mod data;
mod edges;
mod input;
mod outside;

pub use check::entry_id;
pub use data::{PlacedRule, Rules};
pub use edges::{leads, reached};
pub use input::{Chain, Input};
pub use outside::{Outside, Verdict};
