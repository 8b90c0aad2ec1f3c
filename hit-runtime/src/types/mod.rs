//! Types of fields in generated code that Rust's own do not cover.

mod integer;
mod maybe;
mod members;
mod never;
mod number;

pub use integer::Integer;
pub use maybe::Maybe;
pub use members::{Dropped, Members};
pub use never::Never;
pub use number::Number;
