//! Attributes.

mod case;
mod constraint;
mod item;
mod rule;
mod rules;
mod serde;

pub use case::Case;
pub use constraint::{Bounds, Constraint, Kind, constraints};
pub use item::literal;
pub use rule::{Check, Rule, Severity, Written, rule};
pub use rules::{ContainerRules, FieldRules, container_rules, field_rules};
pub use serde::{ContainerNames, FieldNames, Tagging, VariantNames, container, field, variant};
