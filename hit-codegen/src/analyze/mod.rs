//! What follows from the whole model: what is used, boxes and derives.

mod boxes;
mod derives;
mod reach;
mod unused;

use crate::config::Settings;
use crate::model::Model;

/// Drops the types that nothing mentions, before names are given.
pub fn drop_unused(model: &mut Model) {
    unused::drop(model);
}

/// Completes the model.
pub fn analyze(model: &mut Model, settings: &Settings) {
    boxes::add(model);
    derives::add(model, settings);
    reach::prune(model);
}
