//! The arguments.

use std::path::PathBuf;

/// Judges the rule language against recorded results.
///
/// Objects and their errors, rules with one renamed field, the unit tests of
/// Kubernetes, and the conformance tests of CEL that a JSON world can have.
///
/// Example: cargo xtask rules --json
#[derive(clap::Args)]
pub(crate) struct Args {
    /// One JSON object as the last line
    #[arg(long)]
    pub(crate) json: bool,
    /// Writes what was judged wrong, at length, to a file
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
}
