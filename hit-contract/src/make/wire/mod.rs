//! What is below JSON: bytes, media types, framing, sizes.

mod encoding;
mod framing;
mod media;
mod repeated;
mod syntax;
mod tools;

pub use encoding::encoding;
pub use framing::{framing, sizes};
pub use media::media;
pub use repeated::{extreme, repeated};
pub use syntax::syntax;
pub use tools::{Strictness, Wire};
