//! The arguments.

/// Compares labelled pairs (`compat/cases.jsonl`) and versions of real schemas
/// (`compat/history.jsonl`).
///
/// Example: cargo xtask compat --peers --json
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The same for the crates `jsonschema` (canonical) and `jsoncompat`, each
    /// in a process of its own.
    #[arg(long)]
    pub(crate) peers: bool,
    /// List what is undecided, wrong or against a label.
    #[arg(long)]
    pub(crate) notes: bool,
    /// List comparisons that take longer than this.
    #[arg(long, value_name = "MS")]
    pub(crate) slow: Option<u64>,
    /// Only pairs whose id contains this.
    #[arg(long, value_name = "ID")]
    pub(crate) filter: Option<String>,
    /// End with one line of JSON.
    #[arg(long)]
    pub(crate) json: bool,
}
