//! `hit man`.

use clap_mangen::Man;

use crate::outcome::{Failure, Outcome};

/// Arguments of `hit man`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: hit man validate | man -l -")]
pub struct Args {
    /// A command, for its own page; without, the page of `hit`.
    command: Option<String>,
}

/// Prints a manual page.
pub fn run(args: &Args, mut definition: clap::Command) -> Result<Outcome, Failure> {
    // Fills in the full names of the commands (`hit validate`).
    definition.build();
    let page = match &args.command {
        None => definition,
        Some(name) => page_of(name, &definition)?,
    };
    Man::new(page).render(&mut std::io::stdout())?;
    Ok(Outcome::Fine)
}

fn page_of(name: &str, definition: &clap::Command) -> Result<clap::Command, Failure> {
    definition.find_subcommand(name).cloned().ok_or_else(|| {
        let known: Vec<&str> = definition
            .get_subcommands()
            .map(clap::Command::get_name)
            .collect();
        Failure::message(format_args!(
            "there is no command `{name}` (there are: {})",
            known.join(", ")
        ))
    })
}
