//! The arguments of `hit diff`.

use std::path::PathBuf;
use std::time::Duration;

use clap::{Subcommand, ValueEnum};

use crate::command::validate::DraftName;
use hit_diff::{Mode, Reading};

/// Arguments of `hit diff`.
#[derive(Debug, clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_help = "\
A break is shown by a document that the one schema accepts and the other refuses, checked by two validators;
compatibility rests on a proof. What is neither is undecided, and fails unless --undecided warn is given.

With several versions, oldest first, each is compared with the one before, or with --transitive with all before.

Exit codes: 0 compatible; 1 breaking; 2 could not run (bad arguments, unreadable file, invalid schema); 3 undecided.

Examples:
  hit diff old.schema.json new.schema.json
  hit diff --against git:main schemas/play.schema.json
  hit diff --served http://localhost:8080
  hit diff --mode full --transitive v1.json v2.json v3.json
  hit diff accept 6f1a09c2b3d4 --reason 'no client sends it' --expires 2026-12-31"
)]
pub struct Args {
    /// Do something else about changes.
    #[command(subcommand)]
    pub chore: Option<Chore>,
    /// The versions, oldest first; with --against, the files to compare with what they were; with --served, those to compare with what is served.
    #[arg(value_name = "FILE[#/POINTER]", required_unless_present = "served")]
    pub files: Vec<String>,
    /// Compare files with what they were at a revision: `git:REV`.
    #[arg(long, value_name = "git:REV")]
    pub against: Option<String>,
    /// Compare the schemas that a service serves (GET URL/api/stat/hit-types) with files of the same `$id` or name, or, without files, with those that are shipped.
    #[arg(long, value_name = "URL", conflicts_with = "against")]
    pub served: Option<String>,
    /// Which documents have to stay valid.
    #[arg(long, value_enum, default_value_t = ModeName::Backward)]
    pub mode: ModeName,
    /// Which documents are meant: all, or those with declared members only.
    #[arg(long, value_enum, default_value_t = ReadingName::Strict)]
    pub reading: ReadingName,
    /// Compare every version with all before.
    #[arg(long)]
    pub transitive: bool,
    /// What an undecided comparison does.
    #[arg(long, value_enum, default_value_t = Undecided::Fail)]
    pub undecided: Undecided,
    /// Wanted breaks, as `hit diff accept` records them.
    #[arg(long, value_name = "FILE", default_value = "hit-accept.json")]
    pub accept: PathBuf,
    /// Where a document that a schema refers to is: a file, or a folder when the URI ends in `/`. Repeatable.
    #[arg(long, value_name = "URI=PATH")]
    pub map: Vec<String>,
    /// The draft of schemas that do not say theirs with `$schema`.
    #[arg(long, value_enum, default_value_t = DraftName::Draft202012)]
    pub draft: DraftName,
    /// Whether to check `format` where the draft takes it for an annotation.
    #[arg(long)]
    pub assert_formats: bool,
    /// Steps one comparison may take: what is not decided by then stays undecided, on every machine.
    #[arg(long, value_name = "N", default_value_t = 400_000)]
    pub steps: usize,
    /// Milliseconds one comparison may take, where steps take long.
    #[arg(long, value_name = "MS", default_value = "4000", value_parser = milliseconds)]
    pub time: Duration,
    /// How to report.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// What else there is to do.
#[derive(Debug, Subcommand)]
pub enum Chore {
    /// Records a break as wanted.
    Accept(AcceptArgs),
    /// Prints the JSON Schema that `--format json` keeps to.
    Schema,
}

/// Arguments of `hit diff accept`.
#[derive(Debug, clap::Args)]
pub struct AcceptArgs {
    /// The fingerprint of the change: twelve hexadecimal digits.
    pub fingerprint: String,
    /// Why the break is wanted.
    #[arg(long)]
    pub reason: String,
    /// The last day it is, as 2026-12-31.
    #[arg(long, value_name = "DAY")]
    pub expires: Option<String>,
    /// The file it is recorded in.
    #[arg(long, value_name = "FILE", default_value = "hit-accept.json")]
    pub file: PathBuf,
}

/// Which documents have to stay valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ModeName {
    /// What the old schema accepts, the new one accepts.
    Backward,
    /// What the new schema accepts, the old one accepts.
    Forward,
    /// Both.
    Full,
}

impl From<ModeName> for Mode {
    fn from(name: ModeName) -> Self {
        match name {
            ModeName::Backward => Self::Backward,
            ModeName::Forward => Self::Forward,
            ModeName::Full => Self::Full,
        }
    }
}

/// Which documents are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReadingName {
    /// All that a schema accepts.
    Strict,
    /// Those with declared members only.
    DeclaredOnly,
}

impl From<ReadingName> for Reading {
    fn from(name: ReadingName) -> Self {
        match name {
            ReadingName::Strict => Self::Strict,
            ReadingName::DeclaredOnly => Self::DeclaredOnly,
        }
    }
}

/// What an undecided comparison does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Undecided {
    /// Exit code 3.
    Fail,
    /// It is reported, and counts as compatible.
    Warn,
}

/// How to report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Human,
    /// One JSON object; an array of them for several comparisons.
    Json,
    /// For pull requests.
    Markdown,
    /// A SARIF 2.1.0 log.
    Sarif,
    /// JUnit XML.
    Junit,
}

fn milliseconds(text: &str) -> Result<Duration, std::num::ParseIntError> {
    text.parse().map(Duration::from_millis)
}
