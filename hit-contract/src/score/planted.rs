//! A fault that is planted.

use std::sync::Arc;

use super::misbehave::Misbehave;

/// A fault that is planted.
#[derive(Clone)]
pub struct Planted {
    /// Its name, unique.
    pub id: String,
    /// What it is about: `schema`, `reading`, `wire`, `rule`, `storage`, `protocol`.
    pub axis: &'static str,
    /// What goes wrong.
    pub fault: Arc<dyn Misbehave>,
}

impl Planted {
    /// A fault of a name.
    pub fn new(axis: &'static str, id: impl Into<String>, fault: impl Misbehave + 'static) -> Self {
        Self {
            id: id.into(),
            axis,
            fault: Arc::new(fault),
        }
    }
}
