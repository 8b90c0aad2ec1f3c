//! `hit`: JSON Schemas as exact Rust types, from the command line.
//!
//! Exit codes: 0 fine; 1 found what the command looks for; 2 could not run.

mod args;
mod command;
mod outcome;
mod terminal;

use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};

fn main() -> ExitCode {
    let cli = Cli::parse();
    let result = match cli.command {
        Command::Generate(args) => command::generate::run(&args),
        Command::Validate(args) => command::validate::run(&args, cli.color),
        Command::Completions(args) => command::completions::run(&args, args::definition()),
        Command::Man(args) => command::man::run(&args, args::definition()),
    };
    outcome::report(result)
}
