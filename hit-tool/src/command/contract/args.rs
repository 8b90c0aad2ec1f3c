//! The arguments of `hit contract`.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};

/// Arguments of `hit contract`.
#[derive(Debug, clap::Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "\
Every case is bytes with a proof: two validators agree about them, and what is invalid violates one keyword or
rule at one place. What has no proof is not sent, and is listed.

Exit codes: 0 nothing found; 1 findings; 2 could not run (bad arguments, an unreachable service).

Examples:
  hit contract http://127.0.0.1:8080
  hit contract http://127.0.0.1:3000 --config orders.toml --junit report.xml
  hit contract replay hit-contract-findings/001-refused-though-valid.json
  hit contract cases --type PLAY --out play.jsonl"
)]
pub struct Args {
    /// What else to do.
    #[command(subcommand)]
    pub other: Option<Other>,
    /// How to drive a service.
    #[command(flatten)]
    pub run: RunArgs,
}

/// What else to do.
#[derive(Debug, Subcommand)]
pub enum Other {
    /// Sends what a replay file holds, and judges the answer again.
    Replay(ReplayArgs),
    /// Writes the cases without a service, one JSON object a line.
    Cases(CasesArgs),
    /// Runs the tester against the reference collector with each of many planted faults, and says what escaped.
    #[cfg(feature = "serve")]
    Score(ScoreArgs),
}

/// How to drive a service.
#[derive(Debug, clap::Args)]
pub struct RunArgs {
    /// Where the service is; also `base` in the configuration.
    #[arg(value_name = "URL")]
    pub url: Option<String>,
    /// What the service takes, in TOML; without, it is a collector of statistic hits and is asked.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// What the service may decide for itself: strict, hit or lenient.
    #[arg(long, value_name = "NAME")]
    pub profile: Option<String>,
    /// Drive these hit types alone. Repeatable.
    #[arg(long = "type", value_name = "TYPE")]
    pub types: Vec<String>,
    /// The same seed gives the same cases.
    #[arg(long, default_value_t = 0)]
    pub seed: u64,
    /// Requests at once.
    #[arg(long, default_value_t = 16)]
    pub concurrency: usize,
    /// Requests a second, at most.
    #[arg(long, value_name = "N")]
    pub rate: Option<u32>,
    /// Seconds to wait for a reply.
    #[arg(long, default_value_t = 30, value_name = "SECONDS")]
    pub timeout: u64,
    /// Cases of the random phase, for each endpoint.
    #[arg(long, default_value_t = 0, value_name = "N")]
    pub random: usize,
    /// A header of every request, as `Name: value`. Repeatable.
    #[arg(long, value_name = "HEADER")]
    pub header: Vec<String>,
    /// How to write what was found.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    /// Write which keyword was tried where.
    #[arg(long)]
    pub coverage: bool,
    /// Where the body and the replay file of each finding go.
    #[arg(long, default_value = "hit-contract-findings", value_name = "FOLDER")]
    pub findings: PathBuf,
    /// Write `JUnit` XML to a file.
    #[arg(long, value_name = "FILE")]
    pub junit: Option<PathBuf>,
    /// Write every case with its certificate and what came of it to a file, one JSON object a line.
    #[arg(long, value_name = "FILE")]
    pub jsonl: Option<PathBuf>,
    /// Write an HTTP archive to a file.
    #[arg(long, value_name = "FILE")]
    pub har: Option<PathBuf>,
}

/// Arguments of `hit contract replay`.
#[derive(Debug, clap::Args)]
pub struct ReplayArgs {
    /// The replay file.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Another service than the one it was written for.
    #[arg(long, value_name = "URL")]
    pub url: Option<String>,
    /// Seconds to wait for a reply.
    #[arg(long, default_value_t = 30, value_name = "SECONDS")]
    pub timeout: u64,
    /// How to write what was found.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
}

/// Arguments of `hit contract cases`.
#[derive(Debug, clap::Args)]
pub struct CasesArgs {
    /// What the service takes, in TOML; without, statistic hits.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// What the service may decide for itself: strict, hit or lenient.
    #[arg(long, value_name = "NAME")]
    pub profile: Option<String>,
    /// Cases of these hit types alone. Repeatable.
    #[arg(long = "type", value_name = "TYPE")]
    pub types: Vec<String>,
    /// The same seed gives the same cases.
    #[arg(long, default_value_t = 0)]
    pub seed: u64,
    /// Cases of the random phase, for each endpoint.
    #[arg(long, default_value_t = 0, value_name = "N")]
    pub random: usize,
    /// Where to; standard output without.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Write which keyword was tried where, instead of the cases.
    #[arg(long)]
    pub coverage: bool,
}

/// Arguments of `hit contract score`.
#[cfg(feature = "serve")]
#[derive(Debug, clap::Args)]
pub struct ScoreArgs {
    /// Seeds to run with. Repeatable; 1, 2 and 3 without. A fault is found when it is found with each.
    #[arg(long, value_name = "SEED")]
    pub seed: Vec<u64>,
    /// End with one JSON object.
    #[arg(long)]
    pub json: bool,
    /// Schemas with one keyword changed at random, beside the planted faults.
    #[arg(long, default_value_t = 0, value_name = "N")]
    pub mutants: usize,
}

/// How to write what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Human,
    /// One JSON object.
    Json,
}
