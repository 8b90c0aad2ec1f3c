//! The suite through generated types.

use std::collections::BTreeMap;
use std::path::Path;

use hit_codegen::{Config, Formats};
use hit_schema::Entry;
use hit_schema::load::MapLoader;

use super::cases::Group;
use super::drafts::configured;
use super::judged::Judged;
use crate::compile::{Built, Externs, Module, Program, build, plan};
use crate::generate::{Outcome, generate};
use crate::pool;
use crate::probe::{self, Verdict};

/// Lines of a program: few enough to be compiled side by side.
const LINES: usize = 6_000;

/// Generates, compiles and runs all groups.
pub(crate) fn judge<'g>(
    suite: &Path,
    folder: &Path,
    groups: &'g [Group],
) -> Result<Vec<Judged<'g>>, String> {
    let mut externs = probe::externs()?;
    probe::library(folder, &mut externs, false)?;
    let loader = MapLoader::new().folder("http://localhost:1234/", suite.join("remotes"));
    let outcomes = pool::map("generated", groups, |group| generated(group, &loader));
    let programs = plan("suite", modules(&outcomes), LINES);
    let work = |program: &Program| run(folder, program, &externs, groups);
    let results = pool::map("compiled and run", &programs, work);
    let mut fates = BTreeMap::new();
    for result in results {
        fates.extend(result?);
    }
    let judged = groups.iter().enumerate().zip(outcomes);
    Ok(judged
        .map(|((at, group), outcome)| join(group, outcome, fates.remove(&name(at))))
        .collect())
}

fn generated(group: &Group, loader: &MapLoader) -> Outcome {
    let supposed = group.suppositions();
    let formats = match supposed.formats {
        Some(true) => Formats::Assert,
        Some(false) => Formats::Annotation,
        None => Formats::Dialect,
    };
    let config = Config {
        allow_contradictions: true,
        assert_content: supposed.content,
        draft: configured(group.draft),
        ..Config::new().formats(formats).out("schema.rs")
    };
    generate(
        Entry::text("schema.json", group.schema.clone()),
        loader,
        &config,
    )
}

fn name(at: usize) -> String {
    format!("g{at}")
}

fn modules(outcomes: &[Outcome]) -> Vec<Module> {
    let codes = outcomes.iter().enumerate();
    codes
        .filter_map(|(at, outcome)| {
            let code = outcome.code.as_ref().ok()?;
            Some(Module {
                name: name(at),
                text: code.text.clone(),
                root: code.root.clone(),
            })
        })
        .collect()
}

/// What the compiler and the program gave for a module.
struct Fate {
    errors: Option<Vec<String>>,
    warnings: Vec<String>,
    verdicts: Vec<Verdict>,
}

fn run(
    folder: &Path,
    program: &Program,
    externs: &Externs,
    groups: &[Group],
) -> Result<BTreeMap<String, Fate>, String> {
    let mut built = build(folder, program, externs)?;
    let mut verdicts = verdicts(&built, groups)?;
    let modules = program.modules.iter();
    Ok(modules
        .map(|module| {
            let name = &module.name;
            let fate = Fate {
                errors: built.broken.remove(name),
                warnings: built.warnings.remove(name).unwrap_or_default(),
                verdicts: verdicts.remove(name).unwrap_or_default(),
            };
            (name.clone(), fate)
        })
        .collect())
}

fn verdicts(built: &Built, groups: &[Group]) -> Result<BTreeMap<String, Vec<Verdict>>, String> {
    let mut verdicts: BTreeMap<String, Vec<Verdict>> = BTreeMap::new();
    let Some(binary) = &built.binary else {
        return Ok(verdicts);
    };
    let mut owners = Vec::new();
    let mut jobs = Vec::new();
    for (name, index) in &built.index {
        let at = name
            .get(1..)
            .and_then(|digits| digits.parse::<usize>().ok());
        let group = at
            .and_then(|at| groups.get(at))
            .ok_or("a module of no group")?;
        for test in &group.tests {
            owners.push(name);
            jobs.push((*index, test.text.as_str()));
        }
    }
    for (owner, verdict) in owners.into_iter().zip(probe::run(binary, &jobs)?) {
        verdicts.entry(owner.clone()).or_default().push(verdict);
    }
    Ok(verdicts)
}

fn join(group: &Group, outcome: Outcome, fate: Option<Fate>) -> Judged<'_> {
    let none = Judged {
        group,
        refused: None,
        verdicts: Vec::new(),
        plain: 0,
        warnings: Vec::new(),
        code: String::new(),
    };
    let code = match outcome.code {
        Ok(code) => code,
        Err(refusal) => {
            return Judged {
                refused: Some(refusal.text),
                ..none
            };
        }
    };
    let Some(fate) = fate else {
        return Judged {
            refused: Some("was not run".to_owned()),
            ..none
        };
    };
    let refused = fate
        .errors
        .map(|errors| format!("DOES NOT COMPILE\n{}", errors.join("\n")));
    Judged {
        refused,
        verdicts: fate.verdicts,
        plain: code.plain.len(),
        warnings: fate.warnings,
        code: code.text,
        ..none
    }
}
