//! `hit completions`.

use std::io::Write;

use clap_complete::{Shell, generate};

use crate::outcome::{Failure, Outcome};

/// Arguments of `hit completions`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example: hit completions bash > ~/.local/share/bash-completion/completions/hit"
)]
pub struct Args {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

/// Prints the completions of a shell.
pub fn run(args: &Args, mut definition: clap::Command) -> Result<Outcome, Failure> {
    // The generator panics when it cannot write: it gets memory to write to.
    let mut text = Vec::new();
    generate(args.shell, &mut definition, "hit", &mut text);
    std::io::stdout().write_all(&text)?;
    Ok(Outcome::Fine)
}
