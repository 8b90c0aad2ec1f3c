//! `hit diff accept`, and the file it writes.

use std::io;
use std::path::Path;

use hit_diff::Accepted;

use super::args::AcceptArgs;
use crate::outcome::{Failure, Outcome};
use crate::terminal;

/// Records a break as wanted.
pub fn run(args: &AcceptArgs) -> Result<Outcome, Failure> {
    let mut accepted = read(&args.file)?;
    accepted
        .add(&args.fingerprint, &args.reason, args.expires.as_deref())
        .map_err(Failure::message)?;
    std::fs::write(&args.file, accepted.to_text()).map_err(|error| {
        Failure::message(format_args!(
            "cannot write {}: {error}",
            args.file.display()
        ))
    })?;
    terminal::tell(&format!(
        "{} is accepted in {}",
        args.fingerprint,
        args.file.display()
    ));
    Ok(Outcome::Fine)
}

/// The accept file; without one nothing is accepted.
pub fn read(path: &Path) -> Result<Accepted, Failure> {
    match std::fs::read_to_string(path) {
        Ok(text) => Accepted::from_text(&text)
            .map_err(|error| Failure::message(format_args!("{}: {error}", path.display()))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Accepted::default()),
        Err(error) => Err(Failure::message(format_args!(
            "cannot read {}: {error}",
            path.display()
        ))),
    }
}
