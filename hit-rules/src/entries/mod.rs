//! `x-rules`: entries with an id, a rule, a message, a place and a guard.

mod check_path;
mod compile;
mod entry;
mod read;

pub use compile::{CompiledEntry, CompiledMessage, compile, environment};
pub use entry::{Entry, EntryError};
pub use hit_cel::{Part, template};
pub use hit_runtime::rules::entries::{Finding, Outcome, run};
pub use read::read;
