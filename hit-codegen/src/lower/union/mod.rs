//! `anyOf` and `oneOf`, and sets of JSON types.

mod beside;
mod by_kind;
mod candidate;
mod lower;
mod pure;
mod tag;

pub(super) use by_kind::by_kind;
pub(super) use candidate::{own_names, tag_words};
pub(super) use lower::lower;
