//! The command line `hit` as a library: the binary is a shell over [`run`].
//!
//! Exit codes: 0 fine; 1 found what the command looks for; 2 could not run;
//! 3 undecided.

mod args;
mod command;
mod outcome;
mod terminal;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};

/// Does what the arguments say; the first is the name of the program.
///
/// ```
/// let code = hit_tool::run(["hit", "--version"]);
/// assert_eq!(code, std::process::ExitCode::SUCCESS);
/// ```
pub fn run<A: Into<OsString> + Clone>(arguments: impl IntoIterator<Item = A>) -> ExitCode {
    match Cli::try_parse_from(arguments) {
        Ok(cli) => outcome::report(dispatch(cli)),
        Err(error) => {
            // Whoever would read it may have left.
            let _ = error.print();
            match error.use_stderr() {
                true => ExitCode::from(2),
                false => ExitCode::SUCCESS,
            }
        }
    }
}

fn dispatch(cli: Cli) -> Result<outcome::Outcome, outcome::Failure> {
    match cli.command {
        Command::Generate(args) => command::generate::run(&args),
        Command::Diff(args) => command::diff::run(&args),
        Command::Sample(args) => command::sample::run(&args),
        Command::Validate(args) => command::validate::run(&args, cli.color),
        Command::Schema(args) => command::schema::run(&args),
        #[cfg(feature = "contract")]
        Command::Contract(args) => command::contract::run(&args),
        #[cfg(feature = "serve")]
        Command::Serve(args) => command::serve::run(&args),
        Command::Completions(args) => command::completions::run(&args, args::definition()),
        Command::Man(args) => command::man::run(&args, args::definition()),
    }
}
