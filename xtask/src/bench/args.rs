//! The arguments.

/// Measures how long it takes to read hits, by hit and by its peers.
///
/// All figures are ratios to reading the same bytes as plain JSON values in
/// the same run.
///
/// Example: cargo xtask bench --compile --corpus
#[derive(clap::Args)]
pub(crate) struct Args {
    /// How long the compiler takes over the output of hit and of typify too
    #[arg(long)]
    pub(crate) compile: bool,
    /// How long a crate with derived checks takes to build from nothing, beside two with garde;
    /// nothing else is measured then
    #[arg(long)]
    pub(crate) compile_derive: bool,
    /// The documents of the corpus too
    #[arg(long)]
    pub(crate) corpus: bool,
    /// The rules of a hit too: compiled, written by hand, and by the crate `cel`
    #[arg(long)]
    pub(crate) rules: bool,
    /// Counts instructions too, which does not depend on what else runs (needs valgrind)
    #[arg(long)]
    pub(crate) instructions: bool,
    /// Rounds of each measurement
    #[arg(long, default_value_t = 15)]
    pub(crate) repeat: usize,
    /// One JSON object as the last line
    #[arg(long)]
    pub(crate) json: bool,
}
