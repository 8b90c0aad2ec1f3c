//! Recorded objects changed at random: lowered rules against the interpreter.

use std::path::Path;

use hit_prove::mutate::mutate;
use hit_prove::{Dice, Literals};
use serde_json::Value;

use super::compiled::{by_schema, found};
use super::generated::{Case, run as ask};
use super::objects::{Object, job};
use crate::text::brief;

/// Changes each object so many times, and compares what its type finds with what the interpreter finds over the text;
/// whether that is always the same.
///
/// # Errors
/// What keeps it from running.
pub(super) fn run(
    folder: &Path,
    objects: &[Object],
    count: usize,
    load: &mut dyn FnMut(&str) -> Option<Value>,
) -> Result<bool, String> {
    let cases: Vec<Case> = by_schema(objects)
        .into_iter()
        .map(|(path, objects)| {
            let schema = load(path).unwrap_or_default()["openAPIV3Schema"].take();
            let literals = Literals::of(&schema);
            let mut dice = Dice::new(23);
            Case {
                name: path.to_owned(),
                jobs: objects
                    .iter()
                    .flat_map(|object| changed(&object.job, count, &literals, &mut dice))
                    .collect(),
                schema: schema.to_string(),
            }
        })
        .collect();
    let (mut typed, mut wrong, mut all, mut with_findings) = (0, 0, 0, 0);
    for (case, fate) in cases.iter().zip(ask("changed", folder, &cases)?) {
        all += case.jobs.len();
        for (job, answer) in case.jobs.iter().zip(&fate.answers) {
            let [here, there] = ["found", "interpreted"].map(|by| found(answer, by));
            typed += usize::from(answer["typed"] == true);
            with_findings += usize::from(answer["typed"] == true && !here.is_empty());
            if here != there || answer["panic"] == true {
                wrong += 1;
                println!("{}\n  {}", case.name, brief(job, 4_000));
                println!(
                    "  type {here:?}\n  interpreter {there:?}\n  {}",
                    brief(&answer.to_string(), 2_000)
                );
            }
        }
        let answered = fate.answers.len();
        if answered < case.jobs.len() {
            wrong += case.jobs.len() - answered;
            println!("{}: {answered} answers", case.name);
        }
    }
    println!(
        "{all} objects: {typed} by types, rules of {with_findings} violated, {wrong} told otherwise by the interpreter"
    );
    Ok(wrong == 0)
}

/// Objects like one, each with the one that it replaces.
fn changed(recorded: &str, count: usize, literals: &Literals, dice: &mut Dice) -> Vec<String> {
    let recorded: Value = serde_json::from_str(recorded).unwrap_or_default();
    let value = |name: &str| {
        let text = recorded[name].as_str()?;
        serde_json::from_str::<Value>(text).ok()
    };
    let (Some(object), old) = (value("object"), value("old")) else {
        return Vec::new();
    };
    let one = |_| {
        let mut object = object.clone();
        mutate(&mut object, literals, dice);
        job(&object, old.as_ref())
    };
    (0..count).map(one).collect()
}
