//! Types of values, independent of where they come from.

mod assign;
mod display;
mod signature;
mod substitution;
mod table;
mod ty;

pub use assign::{assignable, join};
pub use signature::{Signature, signature};
pub use substitution::{Mark, Substitution};
pub use table::{Field, ObjectType, TypeTable};
pub use ty::{ListKind, ListType, ObjectRef, Opaque, Type};
