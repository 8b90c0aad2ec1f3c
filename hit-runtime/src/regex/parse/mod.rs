//! Pattern text to tree (ECMA-262, section 22.2.1 and annex B.1.2).

mod class;
mod cursor;
mod escape;
mod group;
mod names;
mod pattern;
mod quantifier;

pub(super) use cursor::Mode;
pub(super) use pattern::parse;
