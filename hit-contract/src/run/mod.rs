//! Driving a service.

mod batch;
mod behind;
mod check;
mod corpus;
mod driver;
mod echo;
mod fault;
mod invariants;
mod problem;
mod record;
mod sender;
mod settings;
mod words;

pub use behind::{count, read_back};

pub use corpus::{Corpus, cases};
pub use driver::{Outcome, run, run_with};
pub use fault::{Fault, Kind};
pub use record::{Failure, Finding, Record};
pub use sender::Sender;
pub use settings::Settings;
