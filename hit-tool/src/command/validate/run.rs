//! The course of `hit validate`.

use std::io::{self, BufWriter, IsTerminal};

use super::args::{Args, Format};
use super::counts::Counts;
use super::documents::{Trouble, Validator};
use super::human::Human;
use super::json::Json;
use super::sarif::Sarif;
use super::schema;
use super::sink::Sink;
use crate::outcome::{Failure, Outcome};
use crate::terminal::{self, ColorChoice};

/// Checks documents against a schema.
pub fn run(args: &Args, color: ColorChoice) -> Result<Outcome, Failure> {
    let (checker, root) = schema::checker(args)?;
    let mut sink = sink(args.format, color)?;
    let mut validator = Validator {
        checker,
        root,
        sink: sink.as_mut(),
        counts: Counts::default(),
        progress: args.format == Format::Human || !io::stdout().is_terminal(),
    };
    let mut unreadable = false;
    for name in files(args) {
        match validator.file(name, args.lines) {
            Ok(()) => {}
            Err(Trouble::Output(failure)) => return Err(failure),
            Err(Trouble::Unreadable(error)) => {
                unreadable = true;
                terminal::complain(&format!("cannot read `{name}`: {error}"));
            }
        }
    }
    let counts = validator.counts;
    sink.finish(&counts)?;
    Ok(match counts.invalid {
        _ if unreadable => Outcome::Incomplete,
        0 => Outcome::Fine,
        _ => Outcome::Found,
    })
}

fn files(args: &Args) -> impl Iterator<Item = &str> {
    let none = args.files.is_empty().then_some("-");
    args.files.iter().map(String::as_str).chain(none)
}

fn sink(format: Format, color: ColorChoice) -> io::Result<Box<dyn Sink>> {
    let out = BufWriter::new(io::stdout().lock());
    Ok(match format {
        Format::Human => Box::new(Human::new(out, terminal::style(color))),
        Format::Json => Box::new(Json::new(out)),
        Format::Sarif => Box::new(Sarif::start(out)?),
    })
}
