//! The tables that read and write the types, as text: what the macros of
//! `hit_runtime::decode` take. A line a member.

mod checks;
mod codec;
mod default;
mod item;
mod literal;
mod new;
mod object;
mod union;

pub(super) use item::table;
pub(in crate::emit) use literal::{is_directional, raw, text};
