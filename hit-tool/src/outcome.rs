//! How a command ends.

use std::fmt;
use std::io;
use std::process::ExitCode;

/// A command that ran to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing of what the command looks for: exit code 0.
    Fine,
    /// Found what the command looks for: exit code 1.
    Found,
    /// What the command looks for was neither found nor excluded: exit code 3.
    Undecided,
    /// Some of the input could not be read; it was said where: exit code 2.
    Incomplete,
}

/// Why a command could not run to its end: exit code 2.
#[derive(Debug)]
pub enum Failure {
    /// What to tell.
    Message(String),
    /// Whoever read the output left. There is nobody to tell.
    BrokenPipe,
}

impl Failure {
    /// A failure with something to tell.
    pub fn message(text: impl fmt::Display) -> Self {
        Self::Message(text.to_string())
    }
}

/// Errors of writing the output; errors of reading are told with the name of the file.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::BrokenPipe,
            _ => Self::message(format_args!("cannot write the output: {error}")),
        }
    }
}

/// Tells what went wrong, and turns the end of a command into an exit code.
pub fn report(result: Result<Outcome, Failure>) -> ExitCode {
    match result {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        Ok(Outcome::Undecided) => ExitCode::from(3),
        Ok(Outcome::Incomplete) | Err(Failure::BrokenPipe) => ExitCode::from(2),
        Err(Failure::Message(text)) => {
            crate::terminal::complain(&text);
            ExitCode::from(2)
        }
    }
}
