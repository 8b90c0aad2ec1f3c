//! Rules: the trait for what comes from outside, and what types do with their rules.

mod item;
mod place;
mod source;

pub(super) use item::{functions, item, statics};
pub(super) use source::{definition, implementation};
pub(crate) use source::{outside_entry, outside_member, outside_question};
