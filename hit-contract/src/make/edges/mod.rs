//! Changes at the edge of each keyword: whether they keep the document valid
//! the judges say, so a change need not know.

mod contains;
mod enums;
mod items;
mod lengths;
mod members;
mod numbers;
mod of_check;
mod patterns;
mod spot;
mod texts;
mod types;

pub use of_check::{of_annotation, of_check};
pub use spot::{Candidate, Spot};
