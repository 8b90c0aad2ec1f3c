//! The course of `hit diff`.

use hit_diff::{Budget, Report, Settings, Span, Verdict, compare, compare_versions};

use super::accept;
use super::args::{Args, Chore, Undecided};
use super::load::Source;
use super::show::show;
use crate::outcome::{Failure, Outcome};
use crate::terminal;

/// Compares schemas.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    if let Some(Chore::Accept(args)) = &args.chore {
        return accept::run(args);
    }
    let settings = Settings {
        mode: args.mode.into(),
        reading: args.reading.into(),
        budget: Budget {
            time: args.time,
            ..Budget::default()
        },
    };
    let reports = reports(args, settings)?;
    show(&reports, args.format)?;
    outcome(args, &reports)
}

fn reports(args: &Args, settings: Settings) -> Result<Vec<Report>, Failure> {
    let now = Source::files(args)?;
    if let Some(against) = &args.against {
        let then = Source::revision(args, against)?;
        let pair = |file: &String| -> Result<Report, Failure> {
            Ok(compare(&then.schema(file)?, &now.schema(file)?, settings))
        };
        return args.files.iter().map(pair).collect();
    }
    if args.files.len() < 2 {
        return Err(Failure::message(
            "there is one schema: name the old one before it, or a revision with `--against git:REV`",
        ));
    }
    let versions: Result<Vec<_>, Failure> =
        args.files.iter().map(|file| now.schema(file)).collect();
    let span = match args.transitive {
        true => Span::Transitive,
        false => Span::Neighbors,
    };
    Ok(compare_versions(&versions?, span, settings))
}

/// The worst of all, wanted breaks apart.
fn outcome(args: &Args, reports: &[Report]) -> Result<Outcome, Failure> {
    let accepted = accept::read(&args.accept)?;
    let today = accept::today();
    let mut outcome = Outcome::Fine;
    for report in reports {
        match &report.verdict {
            Verdict::Breaking { .. } if accepted.lets_pass(report, &today) => {
                terminal::tell(&format!(
                    "note: the break from `{}` to `{}` is accepted in {}",
                    report.old,
                    report.new,
                    args.accept.display()
                ));
            }
            Verdict::Breaking { .. } => return Ok(Outcome::Found),
            Verdict::Undecided { .. } if args.undecided == Undecided::Fail => {
                outcome = Outcome::Undecided;
            }
            Verdict::Undecided { .. } | Verdict::Compatible { .. } => {}
        }
    }
    Ok(outcome)
}
