//! What people read.

use super::columns::{Columns, Medians};
use super::judge::Judged;
use crate::table::table;
use crate::text::{brief, indent};

/// The table: a column a generator.
pub(crate) fn print(columns: &[(&str, Columns)]) {
    let titles = columns.iter().map(|(title, _)| (*title).to_owned());
    let row = |name: &str, cell: fn(&Columns) -> String| {
        let cells = columns.iter().map(|(_, columns)| cell(columns));
        std::iter::once(name.to_owned())
            .chain(cells)
            .collect::<Vec<_>>()
    };
    let rows = vec![
        std::iter::once(String::new()).chain(titles).collect(),
        row("schemas", |c| c.schemas.to_string()),
        row("generated", |c| c.generated.to_string()),
        row("refer to a missing document", |c| c.unavailable.to_string()),
        row("compiled", |c| c.compiled.to_string()),
        row("valid accepted", |c| format!("{}/{}", c.valid.0, c.valid.1)),
        row("invalid refused", |c| {
            format!("{}/{}", c.invalid.0, c.invalid.1)
        }),
        row("documents of those that refer so", |c| {
            format!("{} valid, {} invalid", c.beyond.0, c.beyond.1)
        }),
        row("valid round trip", |c| c.round_trip.to_string()),
        row("plain JSON places", |c| c.plain.to_string()),
        row("generate, s", |c| {
            format!("{:.1}", c.generate.as_secs_f64())
        }),
        row("slowest, s", |c| {
            format!("{:.2} {}", c.slowest.0.as_secs_f64(), c.slowest.1)
        }),
        row("lines", |c| c.lines.to_string()),
        row("check, s", |c| format!("{:.1}", c.check.as_secs_f64())),
    ];
    println!("{}", table(&rows));
}

/// The comparison.
pub(crate) fn print_medians(medians: &Medians) {
    println!("medians over the {} schemas both handle", medians.schemas);
    for (name, cost) in [
        ("hit", medians.hit),
        ("typify", medians.typify),
        ("hit to typify", medians.ratio),
    ] {
        println!(
            "  {name}: {:.2} lines, {:.2} s to check",
            cost.lines, cost.check
        );
    }
}

/// Everything that went wrong, one line a case.
pub(crate) fn list(all: &[Judged<'_>]) {
    for judged in all {
        for (what, text) in faults(judged) {
            println!("{} {what}: {}", judged.case.name, brief(&text, 240));
        }
    }
}

/// Everything that went wrong, at length.
pub(crate) fn report(all: &[Judged<'_>]) -> String {
    let mut text = String::new();
    for judged in all {
        let faults = faults(judged);
        if faults.is_empty() {
            continue;
        }
        text += &format!(
            "== {} ({} documents)\n",
            judged.case.name,
            judged.case.documents.len()
        );
        for (what, fault) in faults {
            text += &format!("   {what}\n{}\n", indent(&fault, 6, 40));
        }
    }
    text + &slow(all) + &plain(all)
}

fn faults(judged: &Judged<'_>) -> Vec<(&'static str, String)> {
    let code = match &judged.outcome.code {
        Ok(_) => &judged.errors,
        Err(refusal) if refusal.unavailable => {
            return vec![("refers to a missing document", refusal.text.clone())];
        }
        Err(refusal) => return vec![("is not generated", refusal.text.clone())],
    };
    let mut faults: Vec<_> = code
        .iter()
        .take(6)
        .map(|error| ("does not compile", error.clone()))
        .collect();
    for ((document, valid), verdict) in judged.case.documents.iter().zip(&judged.verdicts) {
        let shown = || format!("{}\n{}", verdict.why, brief(document, 400));
        if verdict.crashed {
            faults.push(("breaks down", shown()));
        } else if verdict.accepted != *valid {
            let what = if *valid {
                "refuses a valid document"
            } else {
                "accepts an invalid document"
            };
            faults.push((what, shown()));
        } else if verdict.accepted && !verdict.back {
            faults.push((
                "does not write it back",
                format!("{}\n{}", brief(document, 1500), brief(&verdict.why, 1500)),
            ));
        }
    }
    faults
}

fn slow(all: &[Judged<'_>]) -> String {
    let mut order: Vec<_> = all.iter().collect();
    order.sort_by_key(|judged| std::cmp::Reverse(judged.outcome.took));
    let lines = order.iter().take(15).map(|judged| {
        let lines = judged
            .outcome
            .code
            .as_ref()
            .map_or(0, |code| code.text.lines().count());
        let seconds = judged.outcome.took.as_secs_f64();
        let check = judged.check.as_secs_f64();
        format!(
            "   {seconds:.2} s to generate, {check:.2} s to check, {lines} lines: {}\n",
            judged.case.name
        )
    });
    format!("== slowest to generate\n{}", lines.collect::<String>())
}

fn plain(all: &[Judged<'_>]) -> String {
    let codes = all
        .iter()
        .filter_map(|judged| judged.outcome.code.as_ref().ok());
    let lines = codes
        .flat_map(|code| &code.plain)
        .map(|place| format!("   {place}\n"));
    format!("== plain JSON\n{}", lines.collect::<String>())
}
