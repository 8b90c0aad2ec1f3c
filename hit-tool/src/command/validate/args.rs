//! The arguments of `hit validate`.

use clap::ValueEnum;

use hit_schema::dialect::Draft;

/// Arguments of `hit validate`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Files that end in .jsonl or .ndjson hold one document a line.

Exit codes: 0 all documents are valid; 1 some are not; 2 could not run (bad arguments, unreadable file, invalid schema).

Examples:
  hit validate --schema schemas/play.schema.json examples/play/*.json
  hit validate --schema 'schemas/common.schema.json#/$defs/User' user.json
  hit validate --schema schemas/play.schema.json --context lengths.json examples/play/*.json
  tail -f hits.jsonl | hit validate --schema schemas/hit.schema.json --lines --format json -")]
pub struct Args {
    /// The schema; a JSON Pointer or an anchor after `#` chooses a part of it.
    #[arg(long, short, value_name = "FILE[#/POINTER]")]
    pub schema: String,
    /// Where a document that the schema refers to is: a file, or a folder when the URI ends in `/`. Repeatable.
    ///
    /// Nothing is ever loaded from the network. References to documents beside the
    /// schema, by its path or by its `$id`, need no mapping.
    #[arg(long, value_name = "URI=PATH")]
    pub map: Vec<String>,
    /// The draft of schemas that do not say theirs with `$schema`.
    #[arg(long, value_enum, default_value_t = DraftName::Draft202012)]
    pub draft: DraftName,
    /// Whether to check `format` where the draft takes it for an annotation.
    #[arg(long)]
    pub assert_formats: bool,
    /// Values from outside of the documents that the rules of the schema ask for (`x-rules-context`), as one JSON document.
    ///
    /// A rule that needs a value that is not there is not evaluated, and the report says so.
    #[arg(long, value_name = "FILE")]
    pub context: Option<String>,
    /// One document a line, whatever the files are called.
    #[arg(long)]
    pub lines: bool,
    /// How to report: for people, as one JSON document, or as a SARIF 2.1.0 log.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// The documents; `-` is standard input, and so is no file at all.
    #[arg(value_name = "FILE")]
    pub files: Vec<String>,
}

/// How to report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: source lines with carets.
    Human,
    /// One JSON document.
    Json,
    /// A SARIF 2.1.0 log.
    Sarif,
}

/// A draft by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DraftName {
    /// Draft 3.
    #[value(name = "3")]
    Draft3,
    /// Draft 4.
    #[value(name = "4")]
    Draft4,
    /// Draft 6.
    #[value(name = "6")]
    Draft6,
    /// Draft 7.
    #[value(name = "7")]
    Draft7,
    /// Draft 2019-09.
    #[value(name = "2019-09")]
    Draft201909,
    /// Draft 2020-12.
    #[value(name = "2020-12")]
    Draft202012,
}

impl From<DraftName> for Draft {
    fn from(name: DraftName) -> Self {
        match name {
            DraftName::Draft3 => Self::Draft3,
            DraftName::Draft4 => Self::Draft4,
            DraftName::Draft6 => Self::Draft6,
            DraftName::Draft7 => Self::Draft7,
            DraftName::Draft201909 => Self::Draft201909,
            DraftName::Draft202012 => Self::Draft202012,
        }
    }
}
