//! What `hit contract` writes.

use std::io::Write;
use std::path::Path;

use hit_contract::report::{
    coverage, har, human, junit, record_json, summary, table, write as write_findings,
};
use hit_contract::{Outcome, Service};
use serde_json::json;

use super::args::{Format, RunArgs};
use crate::outcome::Failure;

/// Writes all that is asked for.
pub fn write(args: &RunArgs, service: &Service, outcome: &Outcome) -> Result<(), Failure> {
    let files = write_findings(&args.findings, service, &outcome.base, &outcome.findings);
    let files = files.map_err(|error| unwritable(&args.findings, &error))?;
    if let Some(path) = &args.junit {
        file(path, &junit(outcome))?;
    }
    if let Some(path) = &args.har {
        file(path, &har(outcome).to_string())?;
    }
    if let Some(path) = &args.jsonl {
        let lines = outcome
            .records
            .iter()
            .map(|record| format!("{}\n", record_json(record, &outcome.endpoints)));
        file(path, &lines.collect::<String>())?;
    }
    let rows = args.coverage.then(|| coverage(service, &outcome.corpus));
    let mut out = std::io::stdout().lock();
    match args.format {
        Format::Human => {
            if let Some(rows) = &rows {
                writeln!(out, "{}", table(rows))?;
            }
            write!(out, "{}", human(outcome, &files))?;
        }
        Format::Json => {
            let mut object = summary(outcome);
            if let Some(rows) = &rows {
                let rows: Vec<_> = rows
                    .iter()
                    .map(|(row, tried)| {
                        json!({
                            "endpoint": row.endpoint, "place": row.place, "keyword": row.keyword,
                            "accepted": tried.accepted, "violated": tried.violated,
                        })
                    })
                    .collect();
                object["coverage"] = json!(rows);
            }
            writeln!(out, "{object}")?;
        }
    }
    out.flush()?;
    Ok(())
}

/// Writes a file.
pub fn file(path: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(path, text).map_err(|error| unwritable(path, &error))
}

fn unwritable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::message(format_args!("cannot write `{}`: {error}", path.display()))
}
