//! Values that know whether they are valid.

mod containers;
mod context;
mod scalars;
mod traits;
mod valid;

pub use context::NoContext;
#[doc(hidden)]
pub use context::{Narrow, NarrowToNothing, NarrowToPart, NarrowToSame};
pub use traits::Validate;
pub use valid::Valid;
