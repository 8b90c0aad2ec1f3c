//! The arguments.

/// Makes documents for every schema of the corpus, those it accepts and those
/// it refuses, and has each judged by the crate `jsonschema` in a process of
/// its own.
///
/// Example: cargo xtask sample --json
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Documents of each sort for a schema.
    #[arg(long, short = 'n', default_value_t = 5)]
    pub(crate) count: usize,
    /// Only schemas whose name contains this.
    #[arg(long, value_name = "NAME")]
    pub(crate) filter: Option<String>,
    /// List the schemas that are refused, and why.
    #[arg(long)]
    pub(crate) notes: bool,
    /// End with one line of JSON.
    #[arg(long)]
    pub(crate) json: bool,
}
