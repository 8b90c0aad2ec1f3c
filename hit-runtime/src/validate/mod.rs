//! Values that know whether they are valid.

mod containers;
mod context;
#[cfg(feature = "model")]
mod ruled;
mod scalars;
mod traits;
mod valid;

pub use context::NoContext;
#[doc(hidden)]
pub use context::{Narrow, NarrowToNothing, NarrowToPart, NarrowToSame};
#[cfg(feature = "model")]
pub use ruled::Ruled;
#[cfg(feature = "model")]
#[doc(hidden)]
pub use ruled::{
    broken_as_json, is_broken_as_json, rule_as_json, rule_found, rules_as_json, validate_ruled,
};
pub use traits::Validate;
pub use valid::Valid;
