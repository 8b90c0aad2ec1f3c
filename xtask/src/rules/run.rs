//! The run.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use hit_rules::judge::{Totals, cel_core, compile_cases, instances, mutants, unit};
use serde_json::Value;

use super::args::Args;
use super::compiled::{self, Compiled};
use super::objects::{self, Object};
use super::{changed, gaps, show};
use crate::place;

/// Judges all parts of the corpus that are there; whether nothing that can be
/// judged is wrong.
///
/// # Errors
/// A file of the corpus that cannot be read, a report that cannot be written.
pub(crate) fn run(args: &Args) -> Result<bool, String> {
    let start = Instant::now();
    let Some(corpus) = place::corpus("rules") else {
        if args.json {
            let mut figures = Totals::default().to_json();
            figures["compiled"] = serde_json::Value::Null;
            println!("{figures}");
        }
        return Ok(true);
    };
    if let Some(count) = args.changed {
        let mut load = |path: &str| json(&corpus.join(path));
        return changed::run(&folder()?, &recorded(&corpus)?, count, &mut load);
    }
    let totals = judge(&corpus)?;
    let compiled = match args.interpreted {
        true => None,
        false => through_types(&corpus)?,
    };
    if let Some(path) = &args.report {
        place::write(path, &show::report(&totals, compiled.as_ref()))?;
    }
    show::print(&totals, compiled.as_ref());
    println!("{:.0} s", start.elapsed().as_secs_f64());
    if args.json {
        let mut figures = totals.to_json();
        figures["compiled"] = compiled.as_ref().map(Compiled::to_json).into();
        println!("{figures}");
    }
    Ok(gaps::is_fine(&totals, compiled.as_ref()))
}

/// The same objects through generated types; `None` where there are no objects.
fn through_types(corpus: &Path) -> Result<Option<Compiled>, String> {
    let (folder, recorded) = (folder()?, recorded(corpus)?);
    let unit = text(&corpus.join("k8s-cel-unit/validation.jsonl"))?;
    if recorded.is_empty() && unit.is_none() {
        return Ok(None);
    }
    let mut load = |path: &str| json(&corpus.join(path));
    let mut compiled = compiled::instances(&folder, &recorded, &mut load)?;
    if let Some(lines) = unit {
        compiled::unit(&folder, &lines, &mut compiled)?;
    }
    Ok(Some(compiled))
}

/// Where programs are built.
fn folder() -> Result<PathBuf, String> {
    Ok(place::target()?.join("xtask/rules"))
}

fn recorded(corpus: &Path) -> Result<Vec<Object>, String> {
    let mut recorded = Vec::new();
    for path in place::files(&corpus.join("instances"), "jsonl") {
        if let Some(lines) = text(&path)? {
            recorded.extend(objects::instances(&lines));
        }
    }
    Ok(recorded)
}

fn judge(corpus: &Path) -> Result<Totals, String> {
    let mut schema = |path: &str| json(&corpus.join(path));
    let mut totals = Totals::default();
    let objects = place::files(&corpus.join("instances"), "jsonl");
    if objects.is_empty() {
        println!("corpus not found: {}", corpus.join("instances").display());
    }
    for path in objects {
        if let Some(lines) = text(&path)? {
            totals.add_instances(instances(&lines, &mut schema));
        }
    }
    let lines = text(&corpus.join("typecheck-mutants.jsonl"))?;
    totals.mutants = lines.map(|lines| mutants(&lines, &mut schema));
    totals.unit = text(&corpus.join("k8s-cel-unit/validation.jsonl"))?.map(|lines| unit(&lines));
    let lines = text(&corpus.join("k8s-cel-unit/compile.jsonl"))?;
    totals.compile_cases = lines.map(|lines| compile_cases(&lines));
    let lines = text(&corpus.join("cel-spec-simple.jsonl"))?;
    totals.cel_core = lines.map(|lines| cel_core(&lines));
    Ok(totals)
}

/// The text of a file; says so where it is absent.
fn text(path: &Path) -> Result<Option<String>, String> {
    if !path.is_file() {
        println!("corpus not found: {}", path.display());
        return Ok(None);
    }
    fs::read_to_string(path)
        .map(Some)
        .map_err(|error| format!("{}: {error}", path.display()))
}

fn json(path: &Path) -> Option<Value> {
    serde_json::from_str(&fs::read_to_string(path).ok()?).ok()
}
