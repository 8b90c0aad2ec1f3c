//! Reports as text: for people, as JSON, as SARIF, as a problem document.
//!
//! Plain functions of a report; nothing here reads files or looks at the
//! terminal. Same report, same bytes.

mod human;
mod json;
mod neutral;
mod problem;
mod sarif;
mod text;
mod tree;

pub use human::{Document, Style, human};
pub use json::json;
pub use neutral::neutral;
pub use problem::{Problem, problem};
pub use sarif::{SarifLog, Tool, sarif};
pub use tree::Rendered;
