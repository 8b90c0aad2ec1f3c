//! Check tables and the engine that runs them.
//!
//! A [`Program`] is a schema after normalisation: references are node ids,
//! differences between drafts are gone, every keyword is one [`Check`].
//! Generated code carries its program as text and decodes it on first use.

mod engine;
mod lazy;
mod program;
mod text;

pub use engine::{Checker, MAX_CUTS, MAX_EXPLAINED, MAX_FRAMES, PrepareError};
pub use lazy::LazyChecker;
pub use program::{Check, Format, Kind, Node, NodeId, Pattern, Program, Resource, TypeSet};
pub use text::DecodeError;
