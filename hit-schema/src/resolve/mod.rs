//! Documents, identifiers and references: from texts to a graph of subschemas.

mod children;
mod dialects;
mod documents;
mod graph;
mod identify;
mod link;
mod reference;
mod scan;

pub use graph::{Graph, RefKind, ResourceId, SubId};
pub use link::{Start, resolve};
