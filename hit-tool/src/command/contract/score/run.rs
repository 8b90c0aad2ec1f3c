//! The course of `hit contract score`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::time::Instant;

use hit_contract::block_on;
use hit_contract::score::{Mutants, Score, mutants, score};
use serde_json::json;

use super::collector::Collectors;
use crate::command::contract::args::ScoreArgs;
use crate::outcome::{Failure, Outcome};

/// The seeds where none is given.
const SEEDS: [u64; 3] = [1, 2, 3];

/// Plants each fault, with each seed.
pub fn run(args: &ScoreArgs) -> Result<Outcome, Failure> {
    let start = Instant::now();
    let seeds = match args.seed.is_empty() {
        true => SEEDS.to_vec(),
        false => args.seed.clone(),
    };
    let reference = Collectors::new()
        .map_err(|error| Failure::message(format_args!("there is no room for stores: {error}")))?;
    let mut out = std::io::stdout().lock();
    let mut scores = Vec::new();
    for seed in seeds {
        writeln!(out, "seed {seed}")?;
        let scored = block_on(score(&reference, seed, |tried| {
            let found = tried.found.as_deref().unwrap_or("ESCAPED");
            // Whoever reads it may have left.
            let _ = writeln!(out, "  {:9} {:32} {found}", tried.axis, tried.id);
        }));
        let scored = scored
            .map_err(Failure::message)?
            .map_err(Failure::message)?;
        for finding in &scored.false_findings {
            writeln!(out, "  FALSE FINDING {finding}")?;
        }
        scores.push(scored);
    }
    let random = match args.mutants {
        0 => None,
        count => {
            writeln!(out, "changes at random")?;
            let tried = block_on(mutants(&reference, 1, count, |mutant| {
                let found = mutant.found.as_deref().unwrap_or("ESCAPED");
                let _ = writeln!(out, "  {} -> {found}", mutant.change);
            }));
            Some(tried.map_err(Failure::message)?.map_err(Failure::message)?)
        }
    };
    summary(&mut out, args, &scores, random.as_ref(), start)
}

fn summary(
    out: &mut impl Write,
    args: &ScoreArgs,
    scores: &[Score],
    random: Option<&Mutants>,
    start: Instant,
) -> Result<Outcome, Failure> {
    let escaped: BTreeSet<&str> = scores
        .iter()
        .flat_map(|score| score.tried.iter().filter(|tried| tried.found.is_none()))
        .map(|tried| tried.id.as_str())
        .collect();
    let first = scores
        .first()
        .map_or(&[][..], |score| score.tried.as_slice());
    let faults = first.len();
    let found = faults - escaped.len();
    let false_findings: usize = scores.iter().map(|score| score.false_findings.len()).sum();
    let seconds = start.elapsed().as_secs_f64();
    let mut axes: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for tried in first {
        let (all, right) = axes.entry(tried.axis).or_default();
        *all += 1;
        *right += usize::from(!escaped.contains(tried.id.as_str()));
    }
    for (axis, (all, right)) in &axes {
        writeln!(out, "{axis:9} {right} of {all}")?;
    }
    for id in &escaped {
        writeln!(out, "escaped: {id}")?;
    }
    let seeds: Vec<u64> = scores.iter().map(|score| score.seed).collect();
    writeln!(
        out,
        "{found} of {faults} faults found with each of the seeds {seeds:?}, {false_findings} false findings, {seconds:.1} s"
    )?;
    let mut object = json!({
        "faults": faults, "found": found, "false_findings": false_findings, "seconds": seconds,
        "escaped": escaped, "seeds": seeds,
    });
    if let Some(random) = random {
        let found = random
            .tried
            .iter()
            .filter(|mutant| mutant.found.is_some())
            .count();
        writeln!(
            out,
            "changes at random: {found} of {} found; {} change nothing by proof, {} are undecided",
            random.tried.len(),
            random.equivalent,
            random.undecided
        )?;
        object["mutants"] = json!({
            "all": random.tried.len(), "found": found, "equivalent": random.equivalent, "undecided": random.undecided,
        });
    }
    if args.json {
        writeln!(out, "{object}")?;
    }
    out.flush()?;
    Ok(match escaped.is_empty() && false_findings == 0 {
        true => Outcome::Fine,
        false => Outcome::Found,
    })
}
