//! The arguments of `hit generate`.

use std::path::PathBuf;

use clap::ValueEnum;

/// Arguments of `hit generate`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Without schemas, the configuration says what to generate: the one named, or the first `hit.toml` in this folder and
those above it. Files that hold the right text already are not touched; others are replaced as a whole.

Exit codes: 0 done, or up to date; 1 out of date (--check), or a place stays plain JSON (--strict); 2 could not run
(bad arguments, unreadable file, invalid schema).

Examples:
  hit generate
  hit generate --check
  hit generate schemas/play.schema.json --out src/play.rs")]
pub struct Args {
    /// The configuration.
    #[arg(long, value_name = "FILE", conflicts_with = "schemas")]
    pub config: Option<PathBuf>,
    /// Where to write what the schemas give: a `.rs` file or a folder.
    #[arg(long, value_name = "DIR|FILE", requires = "schemas")]
    pub out: Option<PathBuf>,
    /// Write nothing; show how the files differ from what the schemas give.
    #[arg(long)]
    pub check: bool,
    /// Write nothing if a place would have to stay plain JSON.
    #[arg(long)]
    pub strict: bool,
    /// How to report: for people or as one JSON document.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// Schemas to generate from, instead of a configuration.
    #[arg(value_name = "SCHEMA", requires = "out")]
    pub schemas: Vec<String>,
}

/// How to report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Human,
    /// One JSON document.
    Json,
}
