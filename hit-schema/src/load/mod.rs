//! Where documents come from. Never from the network.

mod chain;
mod file;
mod map;
mod memory;
mod project;
mod traits;

pub use chain::ChainLoader;
pub use file::{FileLoader, file_uri};
pub use map::MapLoader;
pub use memory::MemoryLoader;
pub use project::ProjectLoader;
pub use traits::{Load, LoadError, Loaded, NoLoader};
