//! Attributes.

mod case;
mod constraint;
mod item;
mod rule;
mod rules;
mod serde;

pub use case::Case;
pub use constraint::{Bounds, Constraint, Kind, constraints};
pub use rule::{Check, Rule, Severity, Written, rule};
pub use rules::{ContainerRules, container_rules, field_rules};
pub use serde::{ContainerNames, Tagging, container, field, variant};
