//! The meta-schemas of all drafts, as their specifications publish them
//! (licence in `LICENSE` beside them).

mod bundled;

pub use bundled::text;
