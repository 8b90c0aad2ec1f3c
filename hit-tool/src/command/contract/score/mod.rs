//! `hit contract score`.

mod collector;
mod hooks;
mod run;

pub use run::run;
