//! What people read.

use hit_prove::Tally;
use hit_prove::judge::Disagreement;
use serde_json::{Value, json};

use crate::table::table;
use crate::text::brief;

/// The counts, and every disagreement.
pub(crate) fn print(tally: &Tally, shares: u64) {
    for found in &tally.disagreements {
        print_one(found);
    }
    let row = |name: &str, count: u64| vec![name.to_owned(), count.to_string()];
    let mut rows = vec![
        row("schemas made", shares),
        row("schemas both take", tally.schemas),
        row("schemas both refuse", tally.refused),
        row("verdicts compared", tally.cases),
        row("  documents accepted", tally.accepted),
        row("  jsonschema breaks down", tally.broken),
    ];
    rows.extend(
        tally
            .explained
            .iter()
            .map(|(name, count)| row(&format!("  reading: {name}"), *count)),
    );
    rows.push(row("  unexplained", tally.disagreements.len() as u64));
    println!("{}", table(&rows));
}

fn print_one(found: &Disagreement) {
    let said = |answer: &Result<bool, String>| match answer {
        Ok(true) => "accepts".to_owned(),
        Ok(false) => "refuses".to_owned(),
        Err(why) => format!("no schema: {}", brief(why, 300)),
    };
    println!(
        "{}\n  schema   {}\n  document {}",
        found.case.draft, found.case.schema, found.case.document
    );
    println!(
        "  hit {}; jsonschema {}",
        said(&found.hit),
        said(&found.other)
    );
}

/// The counts as JSON.
pub(crate) fn json(tally: &Tally, seed: u64) -> Value {
    json!({
        "seed": seed,
        "schemas": tally.schemas,
        "schemas_refused": tally.refused,
        "cases": tally.cases,
        "accepted": tally.accepted,
        "explained": tally.explained,
        "unexplained": tally.disagreements.len(),
    })
}
