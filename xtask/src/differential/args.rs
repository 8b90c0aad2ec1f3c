//! The arguments.

/// Compares the check engine with the crate `jsonschema`.
///
/// Schemas are made from a grammar over all keywords of drafts 4 to 2020-12, and by changing those of the official suite
/// and of the store; documents along each schema. The same seed gives the same cases.
///
/// Example: cargo xtask differential --cases 1000000 --seed 1
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Verdicts to compare
    #[arg(long, default_value_t = 1_000_000)]
    pub(crate) cases: u64,
    /// Where chance starts
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// Only schemas made from the grammar: the same cases with and without a corpus
    #[arg(long)]
    pub(crate) grammar: bool,
    /// Instead: so many schemas as Rust types, whose verdicts are compared with those of the engine
    #[arg(long, value_name = "N")]
    pub(crate) types: Option<u64>,
    /// One JSON object as the last line
    #[arg(long)]
    pub(crate) json: bool,
}
