//! The suite through generated types.

use std::collections::BTreeMap;
use std::path::Path;

use hit_codegen::{Config, Formats};
use hit_schema::Entry;
use hit_schema::load::MapLoader;

use super::cases::Group;
use super::drafts::configured;
use super::judged::Judged;
use crate::compile::{Built, Externs, Module, Program, Purpose, build, plan};
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
    let modules = modules(&outcomes);
    let programs = plan("suite", Purpose::Judge, modules.all, LINES);
    let work = |program: &Program| run(folder, program, &externs, &modules.of_group, groups);
    let results = pool::map("compiled and run", &programs, work);
    let mut fates = BTreeMap::new();
    for result in results {
        fates.extend(result?);
    }
    let judged = groups.iter().enumerate().zip(outcomes);
    Ok(judged
        .map(|((at, group), outcome)| join(group, outcome, fates.remove(&at)))
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

/// The modules to compile, each once: drafts share many groups.
struct Modules {
    all: Vec<Module>,
    /// The module of each group that has code.
    of_group: BTreeMap<usize, String>,
}

fn modules(outcomes: &[Outcome]) -> Modules {
    let mut modules = Modules {
        all: Vec::new(),
        of_group: BTreeMap::new(),
    };
    let mut known: BTreeMap<(&str, &str), String> = BTreeMap::new();
    for (at, outcome) in outcomes.iter().enumerate() {
        let Ok(code) = &outcome.code else { continue };
        let name = known.entry((&code.text, &code.root)).or_insert_with(|| {
            let name = format!("g{at}");
            modules.all.push(Module {
                name: name.clone(),
                text: code.text.clone(),
                root: code.root.clone(),
            });
            name
        });
        modules.of_group.insert(at, name.clone());
    }
    modules
}

/// What the compiler and the program gave for a group.
struct Fate {
    errors: Option<Vec<String>>,
    warnings: Vec<String>,
    verdicts: Vec<Verdict>,
}

/// Builds a program, and runs the tests of all groups whose module is in it.
fn run(
    folder: &Path,
    program: &Program,
    externs: &Externs,
    of_group: &BTreeMap<usize, String>,
    groups: &[Group],
) -> Result<BTreeMap<usize, Fate>, String> {
    let built = build(folder, program, externs)?;
    let here = |name: &String| program.modules.iter().any(|module| module.name == *name);
    let here: BTreeMap<usize, &String> = of_group
        .iter()
        .filter(|(_, name)| here(name))
        .map(|(at, name)| (*at, name))
        .collect();
    let mut verdicts = verdicts(&built, &here, groups)?;
    let fate = |(at, name): (usize, &String)| {
        let fate = Fate {
            errors: built.broken.get(name).cloned(),
            warnings: built.warnings.get(name).cloned().unwrap_or_default(),
            verdicts: verdicts.remove(&at).unwrap_or_default(),
        };
        (at, fate)
    };
    Ok(here.into_iter().map(fate).collect())
}

fn verdicts(
    built: &Built,
    here: &BTreeMap<usize, &String>,
    groups: &[Group],
) -> Result<BTreeMap<usize, Vec<Verdict>>, String> {
    let mut verdicts: BTreeMap<usize, Vec<Verdict>> = BTreeMap::new();
    let Some(binary) = &built.binary else {
        return Ok(verdicts);
    };
    let mut owners = Vec::new();
    let mut jobs = Vec::new();
    for (at, name) in here {
        let Some(index) = built.index.get(*name) else {
            continue;
        };
        let tests = groups.get(*at).map_or(&[][..], |group| &group.tests);
        for test in tests {
            owners.push(*at);
            jobs.push((*index, test.text.as_str()));
        }
    }
    for (owner, verdict) in owners.into_iter().zip(probe::run(binary, &jobs)?) {
        verdicts.entry(owner).or_default().push(verdict);
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
