//! The run.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::args::Args;
use super::judge::judge;
use super::make::{Made, make};
use crate::corpus::{Store, uri};
use crate::peer::{Worker, program};
use crate::table::table;
use crate::{place, pool};

/// What was counted of one sort of documents.
#[derive(Default)]
struct Sort {
    /// Schemas with documents.
    served: usize,
    documents: usize,
    right: usize,
    /// Documents that the other validator could not judge.
    unjudged: usize,
    /// Schemas without documents, by the reason.
    refused: BTreeMap<String, usize>,
}

/// Runs it. Fails where a document is not what it should be.
///
/// # Errors
/// What keeps it from running.
pub(crate) fn run(args: &Args) -> Result<bool, String> {
    let mut schemas: Vec<(String, PathBuf)> = Vec::new();
    for part in ["schemastore", "benchmark"] {
        let Some(folder) = place::corpus(part) else {
            continue;
        };
        for folder in place::folders(&folder) {
            let name = folder
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let path = folder.join("schema.json");
            if path.is_file() && args.filter.as_ref().is_none_or(|part| name.contains(part)) {
                schemas.push((name, path));
            }
        }
    }
    if schemas.is_empty() {
        if args.json {
            println!("null");
        }
        return Ok(true);
    }
    let made = pool::map("sampled", &schemas, |(name, path)| {
        let folder = path.parent().and_then(|folder| folder.parent());
        let text = std::fs::read(path).unwrap_or_default();
        let store = Store::new(folder.map(PathBuf::from).unwrap_or_default(), &text);
        make(name, path, &uri(name), &store, args.count)
    });
    let mut worker = Worker::start(&program("peer-judge")?, "")?;
    let sorts = [true, false].map(|wanted| count(args, &mut worker, &made, wanted));
    show(schemas.len(), &sorts);
    if args.json {
        let [valid, invalid] = sorts.each_ref().map(Sort::to_json);
        println!(
            "{}",
            json!({"schemas": schemas.len(), "valid": valid, "invalid": invalid})
        );
    }
    Ok(sorts
        .iter()
        .all(|sort| sort.right + sort.unjudged == sort.documents))
}

fn count(args: &Args, worker: &mut Worker, made: &[Made], wanted: bool) -> Sort {
    let mut sort = Sort::default();
    for one in made {
        let samples = match &one.sorts[usize::from(!wanted)] {
            Ok(samples) => samples,
            Err(reason) => {
                if args.notes {
                    println!("{} ({wanted}): {reason}", one.name);
                }
                *sort.refused.entry(short(reason)).or_default() += 1;
                continue;
            }
        };
        sort.served += 1;
        sort.documents += samples.len();
        let judged = one
            .subject
            .as_ref()
            .map(|subject| judge(worker, subject, samples, wanted));
        match judged {
            Some(Ok(right)) => {
                sort.right += right;
                if right != samples.len() {
                    println!(
                        "WRONG: {} ({wanted}): {right} of {}",
                        one.name,
                        samples.len()
                    );
                }
            }
            Some(Err(error)) => {
                sort.unjudged += samples.len();
                println!("not judged: {}: {error}", one.name);
            }
            None => sort.unjudged += samples.len(),
        }
    }
    sort
}

/// A reason without what is particular.
fn short(reason: &str) -> String {
    let plain = reason.split('`').step_by(2).collect::<Vec<_>>().join("…");
    plain.chars().take(90).collect()
}

fn show(all: usize, sorts: &[Sort; 2]) {
    let heading = ["", "schemas", "served", "documents", "right", "not judged"];
    let mut rows = vec![heading.map(str::to_owned).to_vec()];
    for (name, sort) in ["valid", "invalid"].iter().zip(sorts) {
        let counts = [all, sort.served, sort.documents, sort.right, sort.unjudged];
        let mut row = vec![(*name).to_owned()];
        row.extend(counts.map(|count| count.to_string()));
        rows.push(row);
    }
    println!("{}", table(&rows));
    for (name, sort) in ["valid", "invalid"].iter().zip(sorts) {
        for (reason, count) in &sort.refused {
            println!("{name}, refused: {count} × {reason}");
        }
    }
}

impl Sort {
    fn to_json(&self) -> Value {
        json!({"served": self.served, "documents": self.documents, "right": self.right,
               "not_judged": self.unjudged, "refused": self.refused})
    }
}
