//! The course of `hit generate`.

use hit_codegen::{Generated, Output, generate};

use super::args::Args;
use super::check::check;
use super::config::{Plan, plan};
use super::report::Report;
use super::write::{refused, write};
use crate::outcome::{Failure, Outcome};
use crate::terminal;

/// Generates everything, then writes it: nothing is written when something is wrong.
pub fn run(args: &Args) -> Result<Outcome, Failure> {
    let plan = plan(args)?;
    let (generated, outputs) = all(&plan)?;
    let plain: Vec<_> = generated.iter().flat_map(|one| &one.plain).collect();
    let types = generated.iter().map(|one| one.types).sum();

    let (files, outcome, advice) = if args.strict && !plain.is_empty() {
        let advice = "--strict: nothing was written";
        (refused(&outputs, &plan.base), Outcome::Found, Some(advice))
    } else if args.check {
        let files = check(&outputs, &plan.base)?;
        match files.iter().any(|file| file.state != "unchanged") {
            true => (
                files,
                Outcome::Found,
                Some("run `hit generate` and commit what it writes"),
            ),
            false => (files, Outcome::Fine, None),
        }
    } else {
        (write(&outputs, &plan.base)?, Outcome::Fine, None)
    };
    Report {
        files,
        plain,
        types,
        advice,
    }
    .print(args.format)?;
    Ok(outcome)
}

fn all(plan: &Plan) -> Result<(Vec<Generated>, Vec<Output>), Failure> {
    let mut generated = Vec::new();
    let mut outputs = Vec::new();
    let mut failures = Vec::new();
    for config in &plan.outputs {
        match generate(config, &plan.base) {
            Ok((one, output)) => {
                for warning in &one.warnings {
                    terminal::tell(&hit_schema::render::human(warning, &one.sources));
                }
                generated.push(one);
                outputs.push(output);
            }
            Err(diagnostics) => failures.push(diagnostics.to_string()),
        }
    }
    if failures.is_empty() {
        return Ok((generated, outputs));
    }
    let failures = failures.join("\n");
    Err(Failure::message(format_args!(
        "nothing was written\n\n{failures}"
    )))
}
