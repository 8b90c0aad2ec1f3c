//! Values while a rule runs.

mod compare;
mod container;
mod convert;
mod fault;
mod key;
mod meter;
mod number;
mod opaque;
mod scalar;
mod value_type;

pub use compare::{compare, equal};
pub use container::{bind, untyped};
pub use convert::from_literal;
pub use fault::{Fault, FaultKind, Outcome};
pub use key::Key;
pub use meter::Meter;
pub use number::compare_numbers;
pub use opaque::OpaqueValue;
pub use value_type::{List, Map, Object, Text, Value};
