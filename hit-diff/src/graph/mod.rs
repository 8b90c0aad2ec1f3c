//! Both schemas as one table of draft-free conditions in which equal parts
//! are one, whatever they are called and wherever they stand.

mod build;
mod collect;
mod data;
mod eval;
mod exact;
mod head;
mod kinds;
mod masks;
mod parts;
mod pattern;
mod raw;
mod refine;
mod scope;
mod side;
mod text;
mod unevaluated;

pub(crate) use build::build;
pub(crate) use data::{Atom, AtomId, Graph, StateId};
pub(crate) use eval::{Eval, Patterns};
pub(crate) use exact::Exact;
pub(crate) use head::{Head, Literal};
pub(crate) use kinds::{Kind, KindSet, kind_of};
pub(crate) use parts::of as parts_of;
pub(crate) use side::{Input, PartKey};
