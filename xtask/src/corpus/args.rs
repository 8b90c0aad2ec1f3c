//! The arguments.

/// Runs real schemas with real documents.
///
/// Example: cargo xtask corpus schemastore --typify
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The corpus: schemastore
    pub(crate) name: String,
}
