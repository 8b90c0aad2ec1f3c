//! The run.

use std::path::Path;
use std::time::Instant;

use serde_json::{Value, json};

use super::args::Args;
use super::cases::{self, Case};
use super::columns::{Cost, Medians, columns, medians};
use super::judge::{Judged, judge, run_only};
use super::{changed, hit, show, typify};
use crate::{place, probe};

/// Runs a corpus; whether nothing was judged wrong.
///
/// # Errors
/// What keeps it from running.
pub(crate) fn run(args: &Args) -> Result<bool, String> {
    let start = Instant::now();
    let Some(corpus) = place::corpus(&args.name) else {
        if args.json {
            println!("null");
        }
        return Ok(true);
    };
    let folder = place::target()?.join("xtask").join(&args.name);
    let mut cases = cases::read(&corpus, args);
    if let Some(count) = args.changed {
        changed::add(&corpus, &mut cases, count);
    }
    let judged = by_hit(args, &corpus, &folder, &cases)?;
    if let Some(path) = &args.report {
        place::write(path, &show::report(&judged))?;
    }
    show::list(&judged);
    let ours = columns(&judged);
    let sound =
        ours.generated + ours.unavailable == ours.schemas && ours.compiled == ours.generated;
    let fine = sound
        && ours.valid.0 + ours.beyond.0 == ours.valid.1
        && ours.invalid.0 + ours.beyond.1 == ours.invalid.1
        && ours.round_trip == ours.valid.0;
    let mut figures = ours.json();
    figures["typify"] = Value::Null;
    if args.typify {
        let theirs = by_typify(&folder.join("typify"), &cases)?;
        let compared = medians(&judged, &theirs);
        let peer = columns(&theirs);
        figures["typify"] = peer.json();
        figures["medians"] = compared_json(&compared);
        show::print(&[("hit", ours), ("typify", peer)]);
        show::print_medians(&compared);
    } else {
        show::print(&[("hit", ours)]);
    }
    println!("{:.0} s", start.elapsed().as_secs_f64());
    if args.json {
        println!("{figures}");
    }
    Ok(fine || args.generate_only)
}

fn compared_json(medians: &Medians) -> Value {
    let cost = |cost: Cost| json!({"lines": cost.lines, "check_seconds": cost.check});
    json!({
        "schemas": medians.schemas,
        "hit": cost(medians.hit),
        "typify": cost(medians.typify),
        "hit_to_typify": cost(medians.ratio),
    })
}

fn by_hit<'c>(
    args: &Args,
    corpus: &Path,
    folder: &Path,
    cases: &'c [Case],
) -> Result<Vec<Judged<'c>>, String> {
    let outcomes = hit::outcomes(corpus, cases);
    if args.generate_only {
        let unchecked = |(case, outcome)| Judged::unchecked(case, outcome);
        return Ok(cases.iter().zip(outcomes).map(unchecked).collect());
    }
    let mut externs = probe::externs()?;
    probe::library(folder, &mut externs, false)?;
    match args.changed {
        Some(_) => run_only(folder, &externs, cases, outcomes),
        None => judge(folder, &externs, cases, outcomes, true),
    }
}

fn by_typify<'c>(folder: &Path, cases: &'c [Case]) -> Result<Vec<Judged<'c>>, String> {
    let mut externs = typify::externs(folder)?;
    probe::library(folder, &mut externs, false)?;
    let outcomes = typify::outcomes(folder, cases);
    judge(folder, &externs, cases, outcomes, false)
}
