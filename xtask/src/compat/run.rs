//! The run.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Map, Value};

use super::args::Args;
use super::cases::{self, Case};
use super::figures::{Figures, Tally};
use super::peers::{self, Peer};
use super::score::{Score, score};
use super::{guard, show};
use crate::place;

/// Both parts of the corpus.
struct Corpus {
    cases: Option<Vec<Case>>,
    history: Option<Vec<Case>>,
}

/// Runs it. Fails where a verdict is wrong.
///
/// # Errors
/// What keeps it from running.
pub(crate) fn run(args: &Args) -> Result<bool, String> {
    let corpus = match place::corpus("compat") {
        Some(folder) => read(&folder, args.filter.as_deref())?,
        None => Corpus {
            cases: None,
            history: None,
        },
    };
    // Pairs of which a document shows that the label is wrong.
    let mut refuted = BTreeSet::new();
    let ours = ours(args, &corpus, &mut refuted);
    let mut json = ours.to_json();
    let mut rows = vec![("hit", ours)];
    if args.peers {
        let mut columns = Map::new();
        for peer in Peer::ALL {
            let figures = theirs(peer, &corpus, &refuted)?;
            columns.insert(peer.name().to_owned(), figures.to_json());
            rows.push((peer.name(), figures));
        }
        json["peers"] = Value::Object(columns);
    } else {
        json["peers"] = Value::Null;
    }
    let rows: Vec<(&str, &Figures)> = rows.iter().map(|(name, one)| (*name, one)).collect();
    let ours = rows[0].1;
    let tallies = [&ours.cases, &ours.history];
    if args.notes {
        for note in tallies.into_iter().flatten().flat_map(|tally| &tally.notes) {
            println!("{note}");
        }
    }
    show::print(&rows);
    if args.json {
        println!("{json}");
    }
    Ok(tallies.into_iter().flatten().all(|tally| tally.wrong == 0))
}

fn read(folder: &Path, filter: Option<&str>) -> Result<Corpus, String> {
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    Ok(Corpus {
        cases: cases::labelled(folder, filter).map_err(told)?,
        history: cases::history(folder, filter).map_err(told)?,
    })
}

fn ours(args: &Args, corpus: &Corpus, refuted: &mut BTreeSet<String>) -> Figures {
    let mut figures = Figures::default();
    let mut tally = |cases: &Option<Vec<Case>>, times: &mut Vec<_>| {
        let cases = cases.as_ref()?;
        let mut tally = Tally::default();
        for case in cases {
            let (answer, took) = guard::answer(case);
            if args.slow.is_some_and(|slow| took.as_millis() > slow.into()) {
                println!("{} ms: {}: {answer:?}", took.as_millis(), case.id);
            }
            times.push(took);
            tally.count(case, &answer, true, false);
            if score(case, &answer, true, false) == Score::Refuted {
                refuted.insert(case.id.clone());
            }
        }
        Some(tally)
    };
    figures.cases = tally(&corpus.cases, &mut figures.times);
    figures.history = tally(&corpus.history, &mut figures.times);
    figures.times.sort_unstable();
    figures
}

fn theirs(peer: Peer, corpus: &Corpus, refuted: &BTreeSet<String>) -> Result<Figures, String> {
    let mut figures = Figures::default();
    for (cases, slot) in [
        (&corpus.cases, &mut figures.cases),
        (&corpus.history, &mut figures.history),
    ] {
        let Some(cases) = cases else { continue };
        let mut tally = Tally::default();
        for (case, (answer, took)) in cases.iter().zip(peers::answers(peer, cases)?) {
            figures.times.push(took);
            tally.count(case, &answer, false, refuted.contains(&case.id));
        }
        *slot = Some(tally);
    }
    figures.times.sort_unstable();
    Ok(figures)
}
