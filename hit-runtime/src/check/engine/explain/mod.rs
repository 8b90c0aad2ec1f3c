//! Every violation, in words.

mod alternatives;
mod array;
mod combine;
mod conjuncts;
mod excluded;
mod expected;
mod known;
mod node;
mod object;
mod path;
mod state;
mod tag;
mod unevaluated;

pub(super) use node::explain;
