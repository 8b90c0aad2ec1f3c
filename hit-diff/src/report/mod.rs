//! Reports in all formats.

mod human;
mod json;
mod junit;
mod markdown;
mod sarif;
mod words;

pub use json::REPORT_SCHEMA;
pub use junit::to_junit;
pub use sarif::to_sarif;
