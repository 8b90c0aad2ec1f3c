//! Keywords that are not enforced, or enforced otherwise.

mod change;
mod own;
mod plant;
mod shared;

pub use plant::schema;
