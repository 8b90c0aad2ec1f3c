//! Search of hits: the filter language, and running it.

mod filter;
mod matches;
mod parse;
mod run;

pub use filter::{Filter, Test};
pub use parse::parse;
pub use run::{Page, Results, SearchError, search};
