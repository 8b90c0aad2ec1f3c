//! How good the tester is: faults that are planted into a service and have to be found,
//! and a service without faults in which nothing may be found.

mod enforced;
mod faults;
mod ground;
mod layer;
mod misbehave;
mod mutants;
mod planted;
mod run;

pub use enforced::Enforced;
pub use ground::Ground;
pub use layer::Layer;
pub use misbehave::{Asked, Faultless, Misbehave, Ruling, Storing};
pub use mutants::{Mutant, Mutants, mutants};
pub use planted::Planted;
pub use run::{Pristine, Reference, Score, Tried, all, first_finding, pristine, score};
