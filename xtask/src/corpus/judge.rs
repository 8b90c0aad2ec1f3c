//! Checks and runs generated modules.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use super::cases::Case;
use crate::compile::{Externs, Module, Program, Purpose, build, check, plan};
use crate::generate::Outcome;
use crate::pool;
use crate::probe::{self, Verdict};

/// Lines of a program.
const LINES: usize = 12_000;

/// What became of a schema.
pub(crate) struct Judged<'c> {
    pub(crate) case: &'c Case,
    pub(crate) outcome: Outcome,
    /// What the compiler says against the module.
    pub(crate) errors: Vec<String>,
    /// How long it took to check the module.
    pub(crate) check: Duration,
    /// In the order of the documents; empty where there is no program.
    pub(crate) verdicts: Vec<Verdict>,
}

impl<'c> Judged<'c> {
    /// Before the compiler has seen it.
    pub(crate) fn unchecked(case: &'c Case, outcome: Outcome) -> Self {
        Self {
            case,
            outcome,
            check: Duration::default(),
            errors: Vec::new(),
            verdicts: Vec::new(),
        }
    }
}

/// Checks all modules, each alone, then runs those that have documents.
pub(crate) fn judge<'c>(
    folder: &Path,
    externs: &Externs,
    cases: &'c [Case],
    outcomes: Vec<Outcome>,
    deny: bool,
) -> Result<Vec<Judged<'c>>, String> {
    let modules = modules(&outcomes);
    let checks = pool::map("checked", &modules, |module| {
        module
            .as_ref()
            .map(|module| check(&folder.join("check"), module, externs, deny))
            .transpose()
    });
    let mut judged = Vec::new();
    for ((case, outcome), checked) in cases.iter().zip(outcomes).zip(checks) {
        let checked = checked?;
        let mut one = Judged::unchecked(case, outcome);
        if let Some(checked) = checked {
            one.check = checked.took;
            one.errors = checked.errors;
        }
        judged.push(one);
    }
    run_all(folder, externs, cases, modules, &mut judged)?;
    Ok(judged)
}

/// Runs the modules that have documents, without a check of each alone.
pub(crate) fn run_only<'c>(
    folder: &Path,
    externs: &Externs,
    cases: &'c [Case],
    outcomes: Vec<Outcome>,
) -> Result<Vec<Judged<'c>>, String> {
    let modules = modules(&outcomes);
    let unchecked = |(case, outcome)| Judged::unchecked(case, outcome);
    let mut judged: Vec<_> = cases.iter().zip(outcomes).map(unchecked).collect();
    run_all(folder, externs, cases, modules, &mut judged)?;
    Ok(judged)
}

fn run_all(
    folder: &Path,
    externs: &Externs,
    cases: &[Case],
    modules: Vec<Option<Module>>,
    judged: &mut [Judged<'_>],
) -> Result<(), String> {
    let runnable = modules.into_iter().enumerate().filter_map(|(at, module)| {
        let worth = cases.get(at).is_some_and(|case| !case.documents.is_empty());
        module.filter(|_| worth)
    });
    let programs = plan("corpus", Purpose::Judge, runnable.collect(), LINES);
    let results = pool::map("built and run", &programs, |program| {
        run(folder, program, externs, cases)
    });
    for result in results {
        for (at, fate) in result? {
            if let Some(judged) = judged.get_mut(at) {
                judged.verdicts = fate.verdicts;
                if judged.errors.is_empty() {
                    judged.errors = fate.errors;
                }
            }
        }
    }
    Ok(())
}

fn modules(outcomes: &[Outcome]) -> Vec<Option<Module>> {
    let all = outcomes.iter().enumerate();
    all.map(|(at, outcome)| module(at, outcome)).collect()
}

fn module(at: usize, outcome: &Outcome) -> Option<Module> {
    let code = outcome.code.as_ref().ok()?;
    Some(Module {
        name: format!("g{at}"),
        text: code.text.clone(),
        root: code.root.clone(),
    })
}

/// What a program gave for a module.
#[derive(Default)]
struct Fate {
    verdicts: Vec<Verdict>,
    errors: Vec<String>,
}

fn run(
    folder: &Path,
    program: &Program,
    externs: &Externs,
    cases: &[Case],
) -> Result<BTreeMap<usize, Fate>, String> {
    let built = build(folder, program, externs)?;
    let at = |name: &String| {
        name.get(1..)
            .and_then(|digits| digits.parse::<usize>().ok())
    };
    let mut fates: BTreeMap<usize, Fate> = BTreeMap::new();
    for (name, errors) in &built.broken {
        let at = at(name).ok_or("a module of no schema")?;
        fates.entry(at).or_default().errors = errors.clone();
    }
    let Some(binary) = &built.binary else {
        return Ok(fates);
    };
    let mut owners = Vec::new();
    let mut jobs = Vec::new();
    for (name, index) in &built.index {
        let at = at(name).ok_or("a module of no schema")?;
        for (text, _) in cases.get(at).into_iter().flat_map(|case| &case.documents) {
            owners.push(at);
            jobs.push((*index, text.as_str()));
        }
    }
    for (owner, verdict) in owners.into_iter().zip(probe::run(binary, &jobs)?) {
        fates.entry(owner).or_default().verdicts.push(verdict);
    }
    Ok(fates)
}
