//! The course of `hit diff`.

use std::io::Write;

use hit_diff::{Budget, REPORT_SCHEMA, Report, Settings, Verdict};

use super::accept;
use super::args::{Args, Chore, Undecided};
use super::pairs::compared;
use super::show::show;
use crate::outcome::{Failure, Outcome};
use crate::terminal;

/// Compares schemas.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    match &args.chore {
        Some(Chore::Accept(args)) => return accept::run(args),
        Some(Chore::Schema) => {
            std::io::stdout().write_all(REPORT_SCHEMA.as_bytes())?;
            return Ok(Outcome::Fine);
        }
        None => {}
    }
    let settings = Settings {
        mode: args.mode.into(),
        reading: args.reading.into(),
        budget: Budget {
            steps: args.steps,
            time: args.time,
        },
    };
    let compared = compared(args, settings)?;
    show(&compared.reports, args.format)?;
    for name in &compared.gone {
        terminal::complain(&format!(
            "`{name}` is served, and there is no schema for it here"
        ));
    }
    match compared.gone.is_empty() {
        true => outcome(args, &compared.reports),
        false => Ok(Outcome::Found),
    }
}

/// The worst of all, wanted breaks apart.
fn outcome(args: &Args, reports: &[Report]) -> Result<Outcome, Failure> {
    let accepted = accept::read(&args.accept)?;
    let today = hit_diff::today();
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
