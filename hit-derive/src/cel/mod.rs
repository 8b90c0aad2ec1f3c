//! CEL as it stands in attributes.

mod children;
mod leaves;
mod place;
mod source;
mod spacing;

pub use children::children;
pub use source::Source;
