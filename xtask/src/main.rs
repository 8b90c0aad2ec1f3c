//! Chores: `cargo xtask suite | corpus | rules | compat | sample | differential | bench | durability | load`.

mod bench;
mod compat;
mod compile;
mod corpus;
mod differential;
mod generate;
mod peer;
mod place;
mod pool;
mod probe;
mod rules;
mod sample;
mod service;
mod suite;
mod table;
mod text;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Chores of hit. Every run prints a table; with `--json` the last line of
/// standard output is one JSON object.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    Suite(suite::Args),
    Compat(compat::Args),
    Corpus(corpus::Args),
    Differential(differential::Args),
    Bench(bench::Args),
    Rules(rules::Args),
    Sample(sample::Args),
    Durability(service::durability::Args),
    Load(service::load::Args),
    #[command(hide = true)]
    ServeChild(service::child::Args),
}

fn main() -> ExitCode {
    let result = match Cli::parse().chore {
        Chore::Suite(args) => suite::run(&args),
        Chore::Compat(args) => compat::run(&args),
        Chore::Corpus(args) => corpus::run(&args),
        Chore::Differential(args) => differential::run(&args),
        Chore::Bench(args) => bench::run(&args),
        Chore::Rules(args) => rules::run(&args),
        Chore::Sample(args) => sample::run(&args),
        Chore::Durability(args) => service::durability::run(&args),
        Chore::Load(args) => service::load::run(&args),
        Chore::ServeChild(args) => service::child::run(&args),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}
