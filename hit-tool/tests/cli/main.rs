//! The command line as a user meets it: output, exit codes, pipes.

mod general;
mod schema;
mod support;
mod validate;
