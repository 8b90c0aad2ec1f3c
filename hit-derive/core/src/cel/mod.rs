//! CEL as it stands in attributes.

mod children;
mod leaves;
mod piece;
mod place;
mod source;
mod spacing;

pub use children::children;
pub use piece::Piece;
pub use source::Source;
