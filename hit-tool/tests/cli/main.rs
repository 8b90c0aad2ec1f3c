//! The command line as a user meets it: output, exit codes, pipes.

mod diff;
mod general;
mod generate;
mod readme;
mod rules;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod support;
mod validate;
