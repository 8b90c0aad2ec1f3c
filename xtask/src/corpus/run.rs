//! The run.

use super::args::Args;

/// Runs the corpus.
pub(crate) fn run(args: &Args) -> Result<bool, String> {
    Err(format!("unknown corpus `{}`", args.name))
}
