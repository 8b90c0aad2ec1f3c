//! The run.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use hit_schema::Draft;
use serde_json::{Map, Value};

use super::args::Args;
use super::cases::{self, Group};
use super::drafts::{self, Part};
use super::judged::Judged;
use super::{gaps, generated, interpreted, show};
use crate::place;
use crate::text::{brief, indent};

/// Runs the suite; whether all went as listed.
///
/// # Errors
/// What keeps it from running.
pub(crate) fn run(args: &Args) -> Result<bool, String> {
    let start = Instant::now();
    let drafts = drafts::select(&args.draft)?;
    let Some(suite) = place::corpus("json-schema-test-suite") else {
        if args.json {
            println!("null");
        }
        return Ok(true);
    };
    let groups = groups(args, &suite, &drafts)?;
    let judged = if args.interpreted {
        interpreted::judge(&suite, &groups)
    } else {
        let folder = place::target()?.join("xtask/suite");
        generated::judge(&suite, &folder, &groups)?
    };
    let figures = show::figures(&judged);
    if let Some(path) = &args.report {
        place::write(path, &show::report(&judged))?;
    }
    show::print(&figures);
    let fine = settle(args, &drafts, &judged)?;
    println!(
        "{} groups in {:.0} s",
        groups.len(),
        start.elapsed().as_secs_f64()
    );
    if args.json {
        println!("{}", json(&drafts, &figures));
    }
    Ok(fine)
}

fn groups(args: &Args, suite: &std::path::Path, drafts: &[Draft]) -> Result<Vec<Group>, String> {
    let mut parts = vec![Part::Required];
    parts.extend(args.optional.then_some(Part::Optional));
    parts.extend(args.formats.then_some(Part::Formats));
    let mut groups = Vec::new();
    for draft in drafts {
        for part in &parts {
            groups.extend(cases::read(suite, *draft, *part, args.filter.as_deref())?);
        }
    }
    Ok(groups)
}

/// Compares what went wrong with the lists of known gaps, and tells.
fn settle(args: &Args, drafts: &[Draft], judged: &[Judged<'_>]) -> Result<bool, String> {
    let mut fine = true;
    for draft in drafts {
        let of_draft = || judged.iter().filter(|judged| judged.group.draft == *draft);
        let listed = gaps::read(*draft);
        let mut whats = BTreeMap::new();
        for (judged, fault) in of_draft().flat_map(|judged| {
            judged
                .faults()
                .into_iter()
                .map(move |fault| (judged, fault))
        }) {
            let what = judged.refused.clone().unwrap_or(fault.what);
            whats.insert(fault.line, what);
        }
        let faults: BTreeSet<String> = whats.keys().cloned().collect();
        let ran = of_draft()
            .map(|judged| judged.group.file.as_str())
            .collect();
        let mut change = gaps::compare(&listed, &faults, &ran);
        if args.interpreted {
            // The lists are about generated types; the engine may do better.
            change.gone.clear();
        }
        for line in &change.new {
            let what = whats.get(line).map_or("", String::as_str);
            println!(
                "{} wrong: {line}\n{}",
                drafts::folder(*draft),
                indent(&brief(what, 300), 6, 1)
            );
        }
        for line in &change.gone {
            println!(
                "{} right, but listed as a gap: {line}",
                drafts::folder(*draft)
            );
        }
        if args.update_gaps && !args.interpreted {
            gaps::update(*draft, &change)?;
        } else {
            fine &= change.new.is_empty() && change.gone.is_empty();
        }
    }
    Ok(fine)
}

fn json(drafts: &[Draft], figures: &show::Figures<'_>) -> Value {
    let parts = |draft: &Draft| {
        let of_draft = figures
            .parts
            .iter()
            .filter(|((other, _), _)| other == draft);
        let parts: Map<String, Value> = of_draft
            .map(|((_, part), score)| (part.key().to_owned(), score.json()))
            .collect();
        (drafts::folder(*draft).to_owned(), Value::Object(parts))
    };
    Value::Object(drafts.iter().map(parts).collect())
}
