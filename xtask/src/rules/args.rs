//! The arguments.

use std::path::PathBuf;

/// Judges the rule language against recorded results.
///
/// Objects and their errors, rules with one renamed field, the unit tests of
/// Kubernetes, and the conformance tests of CEL that a JSON world can have.
/// Objects are judged by the interpreter, and by the types that are generated of
/// their schemas, compiled.
///
/// Example: cargo xtask rules --json
#[derive(clap::Args)]
pub(crate) struct Args {
    /// One JSON object as the last line
    #[arg(long)]
    pub(crate) json: bool,
    /// By the interpreter alone: nothing is generated and compiled
    #[arg(long)]
    pub(crate) interpreted: bool,
    /// Instead: so many objects more of each recorded one, changed at random, by types and interpreter
    #[arg(long, value_name = "N", conflicts_with_all = ["interpreted", "report", "json"])]
    pub(crate) changed: Option<usize>,
    /// Writes what was judged wrong, at length, to a file
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
}
