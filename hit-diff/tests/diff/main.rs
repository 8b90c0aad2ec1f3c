//! The drift guard on small schemas.

mod formats;
mod kinds;
mod places;
mod readings;
mod refactoring;
mod support;
mod verdicts;
