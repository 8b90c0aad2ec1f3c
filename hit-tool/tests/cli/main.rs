//! The command line as a user meets it: output, exit codes, pipes.

#[cfg(feature = "contract")]
mod contract;
mod diff;
mod general;
mod generate;
mod readme;
mod rules;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod served;
mod support;
mod validate;
