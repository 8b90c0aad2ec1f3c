//! `#[derive(Validate)]` on hand-written structs and enums.

mod constraints;
mod members;
mod rules;
mod serde_names;
mod steps;
