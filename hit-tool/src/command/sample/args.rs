//! The arguments of `hit sample`.

use clap::ValueEnum;

use crate::command::validate::DraftName;

/// Arguments of `hit sample`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Every document is checked on its final bytes by two validators. The same seed gives the same documents.

Exit codes: 0 all that were asked for; 1 fewer were found, or none exists; 2 could not run.

Examples:
  hit sample --schema schemas/play.schema.json -n 5
  hit sample --schema schemas/play.schema.json --invalid --format json")]
pub struct Args {
    /// The schema; a JSON Pointer or an anchor after `#` chooses a part of it.
    #[arg(long, short, value_name = "FILE[#/POINTER]")]
    pub schema: String,
    /// How many documents.
    #[arg(short = 'n', long, default_value_t = 1)]
    pub count: usize,
    /// Chooses the documents.
    #[arg(long, default_value_t = 0)]
    pub seed: u64,
    /// Documents that the schema refuses, each for one keyword at one place.
    #[arg(long)]
    pub invalid: bool,
    /// Where a document that the schema refers to is: a file, or a folder when the URI ends in `/`. Repeatable.
    #[arg(long, value_name = "URI=PATH")]
    pub map: Vec<String>,
    /// The draft of schemas that do not say theirs with `$schema`.
    #[arg(long, value_enum, default_value_t = DraftName::Draft202012)]
    pub draft: DraftName,
    /// Whether to check `format` where the draft takes it for an annotation.
    #[arg(long)]
    pub assert_formats: bool,
    /// How to write them.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// How to write samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One document a line on standard output; what is wrong with it on standard error.
    Human,
    /// One object a line: the document and what is wrong with it.
    Json,
}
