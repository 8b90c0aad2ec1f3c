//! Made-up schemas and documents, and what must hold for all of them.
//!
//! Tests, `cargo xtask differential` and the fuzz targets share this crate: the
//! same entry functions run for a second among the tests and for hours elsewhere.

pub mod document;
pub mod entries;
pub mod judge;
pub mod mutate;
pub mod schema;

mod dice;
mod literals;
mod work;

pub use dice::Dice;
pub use judge::Tally;
pub use literals::Literals;
pub use work::{DOCUMENTS, DRAFTS, Given, judge_share, share};
