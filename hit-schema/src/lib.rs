//! JSON Schema documents of every draft: read, resolved and normalised to the
//! check programs that [`hit_runtime`] runs.
//!
//! Nothing here knows Rust code, and nothing here touches the network.
//! [`compile()`] is the way in.

pub mod codes;
pub mod diagnostic;
pub mod dialect;
pub mod load;
pub mod metaschema;
pub mod render;
pub mod shape;
pub mod source;
pub mod uri;

mod assemble;
mod bundle;
mod compile;
mod compiled;
mod cycles;
mod info;
mod metacheck;
mod normalize;
mod options;
mod resolve;
mod suggest;
mod walk;

pub use bundle::{bundle, bundled_as};
pub use compile::{Entry, compile};
pub use compiled::{Compiled, Root};
pub use diagnostic::{Diagnostic, Diagnostics, Label};
pub use dialect::Draft;
pub use info::{Discriminator, NodeInfo};
pub use options::{ContentMode, FormatMode, Options};
pub use source::{Origin, Source, SourceId, SourceMap};
