//! What may be written after `hit`.

use clap::{CommandFactory, Parser, Subcommand};

#[cfg(feature = "contract")]
use crate::command::contract;
#[cfg(feature = "serve")]
use crate::command::serve;
use crate::command::{completions, diff, generate, man, sample, schema, validate};
use crate::terminal::ColorChoice;

/// JSON Schemas as exact Rust types: a document parses if and only if the schema accepts it.
#[derive(Debug, Parser)]
#[command(
    name = "hit",
    version,
    propagate_version = true,
    after_help = "Exit codes: 0 fine; 1 found what the command looks for (a document is not valid, …);\n\
                  2 could not run (bad arguments, unreadable file, invalid schema); 3 undecided (`hit diff`).\n\n\
                  Example: hit validate --schema schemas/hit.schema.json examples/hits.jsonl"
)]
pub struct Cli {
    /// Whether to color what is meant for people.
    #[arg(long, global = true, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN")]
    pub color: ColorChoice,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Generates Rust types that parse exactly what schemas accept.
    Generate(generate::Args),
    /// Checks documents against a schema and explains every violation.
    Validate(validate::Args),
    /// Proves that a new schema is compatible with the old one, or shows a document that it loses.
    Diff(diff::Args),
    /// Writes documents that a schema accepts, or refuses for one keyword.
    Sample(sample::Args),
    /// Prints the bundled schema of a shipped hit type.
    Schema(schema::Args),
    /// Drives a live service from its schemas, and proves every finding.
    #[cfg(feature = "contract")]
    Contract(Box<contract::Args>),
    /// Takes hits over HTTP: checks them, stores them, then says OK.
    #[cfg(feature = "serve")]
    Serve(Box<serve::Args>),
    /// Prints the completions of a shell.
    Completions(completions::Args),
    /// Prints the manual page, in roff.
    Man(man::Args),
}

/// The definition of the whole command line, for completions and manual pages.
pub fn definition() -> clap::Command {
    Cli::command()
}
