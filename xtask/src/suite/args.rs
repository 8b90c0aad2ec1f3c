//! The arguments.

/// Runs the official JSON Schema test suite.
///
/// Every group becomes Rust, is compiled, and judges its tests by parsing.
///
/// Example: cargo xtask suite --draft 2020-12 --optional --formats
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only this draft: 3, 4, 6, 7, 2019-09, 2020-12, v1 (may be repeated)
    #[arg(long)]
    pub(crate) draft: Vec<String>,
    /// The optional tests too
    #[arg(long)]
    pub(crate) optional: bool,
    /// The format tests too, formats asserted
    #[arg(long)]
    pub(crate) formats: bool,
    /// One JSON object as the last line
    #[arg(long)]
    pub(crate) json: bool,
    /// Only files whose name contains this
    #[arg(long, value_name = "FILE")]
    pub(crate) filter: Option<String>,
    /// By the check engine instead of compiled types: seconds, not minutes
    #[arg(long)]
    pub(crate) interpreted: bool,
    /// Rewrites the lists of known gaps
    #[arg(long)]
    pub(crate) update_gaps: bool,
    /// Writes failures with all that is known of them to a file
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<std::path::PathBuf>,
}
