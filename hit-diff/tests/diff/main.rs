//! The drift guard on small schemas.

mod formats;
mod hostile;
mod kinds;
mod places;
mod random;
mod readings;
mod refactoring;
mod rules;
mod samples;
mod support;
mod verdicts;
