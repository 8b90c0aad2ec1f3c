//! Cases: data with a proof.

mod axis;
mod class;
mod data;

pub use axis::Axis;
pub use class::Class;
pub use data::{Case, Certificate, Verdict, Violated};
