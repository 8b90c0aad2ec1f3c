//! What follows from the whole model: what is used, boxes and derives.

mod boxes;
mod derives;
mod reach;
mod unused;

use hit_runtime::check::NodeId;

use crate::config::Settings;
use crate::model::{ItemId, Model};

/// Drops the types that nothing mentions, before names are given; `context` is mentioned from outside.
pub fn drop_unused(model: &mut Model, context: &mut Option<ItemId>) {
    unused::drop(model, context);
}

/// Completes the model. Gives the new number of each node of the program, `None` where it was
/// dropped because nothing reaches it.
pub fn analyze(model: &mut Model, settings: &Settings) -> Vec<Option<NodeId>> {
    boxes::add(model);
    derives::add(model, settings);
    reach::prune(model)
}
