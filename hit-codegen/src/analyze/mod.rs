//! What follows from the whole model: boxes and derives.

mod boxes;
mod derives;
mod reach;

use hit_runtime::check::NodeId;

use crate::config::Settings;
use crate::model::Model;

/// Completes the model. Gives the new number of each node of the program, `None` where it was
/// dropped because nothing reaches it.
pub fn analyze(model: &mut Model, settings: &Settings) -> Vec<Option<NodeId>> {
    boxes::add(model);
    derives::add(model, settings);
    reach::prune(model)
}
