//! `x-rules`: entries with an id, a rule, a message, a place and a guard.

mod check_path;
mod compile;
mod culprit;
mod entry;
mod read;
mod run;
mod show;

pub use compile::{CompiledEntry, CompiledMessage, compile, environment};
pub use entry::{Entry, EntryError};
pub use hit_cel::{Part, template};
pub use read::read;
pub use run::{Finding, Outcome, run};
