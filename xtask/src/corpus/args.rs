//! The arguments.

use std::path::PathBuf;

/// Runs real schemas with real documents.
///
/// Every schema becomes Rust, is checked by the compiler with warnings as
/// errors, and judges its documents by parsing, formats asserted.
///
/// Example: cargo xtask corpus schemastore --typify
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The corpus: a folder of NAME/{schema.json, valid.jsonl, invalid.jsonl}
    pub(crate) name: String,
    /// So many documents more of each schema, changed at random and judged by the engine; modules are not checked alone
    #[arg(long, value_name = "N", conflicts_with_all = ["typify", "generate_only"])]
    pub(crate) changed: Option<usize>,
    /// The same for the types that typify makes of the schemas
    #[arg(long)]
    pub(crate) typify: bool,
    /// Only so many schemas, spread over the corpus
    #[arg(long, value_name = "N")]
    pub(crate) sample: Option<usize>,
    /// Only schemas whose name contains this
    #[arg(long, value_name = "NAME")]
    pub(crate) filter: Option<String>,
    /// One JSON object as the last line
    #[arg(long)]
    pub(crate) json: bool,
    /// Stops after generating
    #[arg(long)]
    pub(crate) generate_only: bool,
    /// Writes failures with all that is known of them to a file
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
}
