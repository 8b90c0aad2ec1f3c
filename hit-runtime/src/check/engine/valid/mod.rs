//! Yes or no.

mod array;
mod combine;
mod node;
mod object;
mod scalar;
mod unevaluated;

pub(super) use scalar::type_accepts;
