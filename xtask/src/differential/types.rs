//! Made-up schemas as Rust types.

use hit_codegen::Config;
use hit_prove::judge::Subject;
use hit_prove::{Given, share};
use hit_schema::Entry;
use hit_schema::load::NoLoader;
use serde_json::Value;

use crate::corpus::{Case, columns, list, run_only};
use crate::generate::{Outcome, generate};
use crate::{place, pool, probe};

/// Generates types for so many schemas and has them judge their documents;
/// whether each says what the engine says.
///
/// # Errors
/// What keeps it from running.
pub(crate) fn run(seed: u64, count: u64, given: &[Given]) -> Result<bool, String> {
    let shares: Vec<u64> = (0..count).collect();
    let made = pool::map("generated", &shares, |number| {
        one(&share(seed, *number, given), *number)
    });
    let (cases, outcomes): (Vec<Case>, Vec<Outcome>) = made.into_iter().flatten().unzip();
    let folder = place::target()?.join("xtask").join("differential");
    let mut externs = probe::externs()?;
    probe::library(&folder, &mut externs, false)?;
    let judged = run_only(&folder, &externs, &cases, outcomes)?;
    list(&judged);
    let sum = columns(&judged);
    let broken = judged.iter().filter(|one| !one.errors.is_empty()).count();
    println!(
        "seed {seed}: {count} schemas made, {} types, {broken} do not compile; accepted {}/{}, refused {}/{}, given back {}",
        sum.generated, sum.valid.0, sum.valid.1, sum.invalid.0, sum.invalid.1, sum.round_trip
    );
    Ok(broken == 0
        && sum.generated == sum.schemas
        && sum.valid.0 == sum.valid.1
        && sum.invalid.0 == sum.invalid.1
        && sum.round_trip == sum.valid.0)
}

/// A schema that hit takes, with its documents and what the engine says of
/// them, and its type.
fn one(given: &Given, number: u64) -> Option<(Case, Outcome)> {
    let subject = Subject::new(given.draft, &given.schema, false).ok()?;
    let documents = given
        .documents
        .iter()
        .map(|document| (document.to_string(), subject.accepts(document)));
    let mut schema = given.schema.clone();
    if let Value::Object(members) = &mut schema {
        members
            .entry("$schema")
            .or_insert_with(|| given.draft.schema().into());
    }
    let case = Case {
        name: format!("{number} {schema}"),
        path: format!("{number}.json").into(),
        documents: documents.collect(),
    };
    let config = Config {
        allow_contradictions: true,
        ..Config::new()
    };
    let entry = Entry::text("schema.json", schema.to_string());
    Some((case, generate(entry, &NoLoader, &config)))
}
