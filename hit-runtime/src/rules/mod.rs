//! Rules across members at run time: what rules lowered to Rust call, and the
//! types that CEL has and Rust has not.
//!
//! The functions of this module work on plain Rust types. A function that can
//! fail returns [`Tried`]: a [`Fault`] says why a rule could not be evaluated,
//! or which value from outside is not known.

pub mod base64;
pub mod named_format;
pub mod net;
pub mod quantity;
#[cfg(feature = "patterns")]
pub mod re2;
pub mod semver;
pub mod time;

mod double;
mod rule;
mod support;

pub use double::double_to_string;
pub use rule::Rule;
pub use support::*;
