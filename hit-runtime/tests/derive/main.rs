//! `#[derive(Validate)]` on hand-written structs and enums.

mod members;
mod rules;
mod serde_names;
