//! Patterns as sets of texts: is there a text that these match and those do
//! not.

mod nfa;
mod search;

pub(crate) use nfa::Nfa;
pub(crate) use search::{Wanted, search};
