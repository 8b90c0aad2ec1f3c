//! Rules across members: what they demand, as far as it can be put as
//! conditions, and documents that show that it is not the same.

mod compare;
mod condition;
mod constant;
mod data;
mod identity;
mod lower;
mod mutate;
mod operator;
mod outside;
mod read;
mod seek;
mod term;

pub(crate) use data::{Rule, RuleSet};
pub(crate) use read::read;
pub(crate) use seek::{Claim, seek};
