//! Rules across members at run time: what rules lowered to Rust call, and the
//! types that CEL has and Rust has not.
//!
//! The functions of this module work on plain Rust types. A function that can
//! fail returns [`Tried`]: a [`Fault`] says why a rule could not be evaluated,
//! or which value from outside is not known.

pub mod base64;
#[cfg(feature = "formats")]
pub mod named_format;
pub mod net;
#[cfg(feature = "model")]
pub mod quantity;
#[cfg(feature = "patterns")]
pub mod re2;
#[cfg(feature = "model")]
pub mod semver;
pub mod time;

#[cfg(feature = "rules")]
pub mod document;
#[cfg(feature = "rules")]
pub mod entries;
#[cfg(feature = "rules")]
pub mod functions;
#[cfg(feature = "rules")]
pub mod interp;
#[cfg(feature = "rules")]
pub mod kubernetes;
#[cfg(feature = "rules")]
pub mod text;
#[cfg(feature = "rules")]
pub mod typed;
#[cfg(feature = "rules")]
pub mod types;
#[cfg(feature = "rules")]
pub mod value;

mod double;
mod rule;
mod support;

pub use double::double_to_string;
pub use rule::Rule;
pub use support::*;
