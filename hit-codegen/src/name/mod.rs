//! Names: of types from their own place, title and configuration; of fields
//! and arms within their type. Never from the number of siblings.

mod choose;
mod ident;
mod members;
mod ordinal;
mod path;
mod types;

use hit_schema::Compiled;

use crate::config::Settings;
use crate::model::Model;

use ident::is_type_name;
pub use path::place_name;

/// Names everything in the model.
pub fn name(model: &mut Model, compiled: &Compiled, settings: &Settings) {
    types::name(model, compiled, settings);
    members::name(model, compiled, settings);
}
