//! The run.

use std::time::Instant;

use hit_prove::{DOCUMENTS, Tally, judge_share};

use super::args::Args;
use super::given::given;
use super::{show, types};
use crate::pool;

/// Shares of one round.
const ROUND: u64 = 2_000;

/// Disagreements after which a run ends.
const ENOUGH: usize = 200;

/// Compares so many verdicts; whether there was no unexplained disagreement.
///
/// # Errors
/// What keeps it from running.
pub(crate) fn run(args: &Args) -> Result<bool, String> {
    let start = Instant::now();
    // Where the peer breaks down there is nothing to say.
    std::panic::set_hook(Box::new(|_| {}));
    let given = if args.grammar { Vec::new() } else { given() };
    if let Some(count) = args.types {
        return types::run(args.seed, count, &given);
    }
    let mut tally = Tally::default();
    let mut next = 0;
    while tally.cases < args.cases && tally.disagreements.len() < ENOUGH {
        let left = (args.cases - tally.cases)
            .div_ceil(DOCUMENTS as u64)
            .clamp(50, ROUND);
        let shares: Vec<u64> = (next..next + left).collect();
        next += left;
        let label = format!("{} of {} cases", tally.cases, args.cases);
        for one in pool::map(&label, &shares, |share| one(args.seed, *share, &given)) {
            tally.add(one?);
        }
    }
    let _ = std::panic::take_hook();
    show::print(&tally, next);
    println!("seed {}, {:.0} s", args.seed, start.elapsed().as_secs_f64());
    if args.json {
        println!("{}", show::json(&tally, args.seed));
    }
    Ok(tally.disagreements.is_empty())
}

/// One share; a panic of hit stops the run and names the share.
fn one(seed: u64, share: u64, given: &[hit_prove::Given]) -> Result<Tally, String> {
    std::panic::catch_unwind(|| judge_share(seed, share, given)).map_err(|panic| {
        let text = panic.downcast_ref::<String>().cloned().unwrap_or_default();
        let case = hit_prove::share(seed, share, given);
        format!("PANIC in share {share}: {text}\n{}", case.schema)
    })
}
