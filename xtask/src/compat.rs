//! The drift guard on pairs of schemas of which the answer is known.

use hit_diff::corpus;

use crate::place;

/// Compares labelled pairs (`compat/cases.jsonl`) and versions of real schemas
/// (`compat/history.jsonl`).
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Also measure the crate `jsonschema` alone (canonical `covers`).
    #[arg(long)]
    peers: bool,
    /// List what is undecided, and labels that were refuted.
    #[arg(long)]
    notes: bool,
    /// End with one line of JSON.
    #[arg(long)]
    json: bool,
}

/// Runs it. Fails where a verdict is wrong.
pub(crate) fn run(args: &Args) -> Result<bool, String> {
    let corpus = place::corpus("compat");
    let root = corpus.as_deref().and_then(std::path::Path::parent);
    let figures = match root {
        Some(root) => corpus::run(root, args.peers).map_err(|error| error.to_string())?,
        None => corpus::Figures::default(),
    };
    let tallies = [&figures.cases, &figures.history];
    if args.notes {
        for note in tallies.into_iter().flatten().flat_map(|tally| &tally.notes) {
            println!("{note}");
        }
    }
    println!("{figures}");
    if args.json {
        println!("{}", figures.to_json());
    }
    Ok(tallies.into_iter().flatten().all(|tally| tally.wrong == 0))
}
