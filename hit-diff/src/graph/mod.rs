//! Both schemas as one table of draft-free conditions in which equal parts
//! are one, whatever they are called and wherever they stand.

mod build;
mod collect;
mod collector;
mod data;
mod eval;
mod exact;
mod head;
mod kinds;
mod masks;
mod partition;
mod parts;
mod pattern;
mod raw;
mod refine;
mod role;
mod rule_terms;
mod ruled;
mod scope;
mod side;
mod term;
mod text;
mod unevaluated;

pub(crate) use build::build;
pub(crate) use data::{Atom, AtomId, Graph, StateId};
pub(crate) use eval::{Eval, Patterns};
pub(crate) use exact::Exact;
pub(crate) use head::{Head, Literal};
pub(crate) use kinds::{Kind, KindSet, kind_of};
pub(crate) use parts::of as parts_of;
pub(crate) use rule_terms::RuleTerms;
pub(crate) use side::{Input, PartKey, RuleKey};
pub(crate) use term::Term;
