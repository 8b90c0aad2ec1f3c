//! What follows from the whole model: boxes and derives.

mod boxes;
mod derives;
mod reach;

use crate::config::Settings;
use crate::model::Model;

/// Completes the model.
pub fn analyze(model: &mut Model, settings: &Settings) {
    boxes::add(model);
    derives::add(model, settings);
    reach::prune(model);
}
