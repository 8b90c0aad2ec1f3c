//! Types of schemas with rules, generated, compiled and run.

use std::collections::BTreeMap;
use std::path::Path;

use hit_codegen::Config;
use hit_schema::Entry;
use hit_schema::load::NoLoader;
use serde_json::Value;

use crate::compile::{Externs, Module, Program, Purpose, build, plan};
use crate::generate::{Outcome, generate};
use crate::{pool, probe};

/// Lines of a program: few enough to be compiled side by side.
const LINES: usize = 8_000;

/// A schema, and what its type is asked.
pub(super) struct Case {
    /// What the schema is called.
    pub(super) name: String,
    /// The schema.
    pub(super) schema: String,
    /// Jobs for a program of the purpose `Rules`.
    pub(super) jobs: Vec<String>,
}

/// What became of a case.
pub(super) struct Fate {
    /// Why there is no code, or what the compiler says against it.
    pub(super) refused: Option<Refused>,
    /// The answer to each job; none where the type was not compiled.
    pub(super) answers: Vec<Value>,
    /// Places of rules that run as Rust, and those that run over JSON.
    pub(super) rules: (usize, usize),
}

/// Where it ended.
#[derive(Clone)]
pub(super) enum Refused {
    /// The generator refuses the schema.
    Generating(String),
    /// The compiler refuses the code.
    Compiling(String),
}

/// Generates, compiles and asks all.
pub(super) fn run(prefix: &str, folder: &Path, cases: &[Case]) -> Result<Vec<Fate>, String> {
    let mut externs = probe::with_rules()?;
    probe::library(folder, &mut externs, false)?;
    let outcomes = pool::map("generated", cases, generated);
    let modules = outcomes.iter().enumerate().filter_map(module).collect();
    let programs = plan(prefix, Purpose::Rules, modules, LINES);
    let work = |program: &Program| ask(folder, program, &externs, cases);
    let results = pool::map("compiled and run", &programs, work);
    let mut fates = BTreeMap::new();
    for result in results {
        fates.extend(result?);
    }
    let all = outcomes.into_iter().enumerate();
    Ok(all
        .map(|(at, outcome)| join(outcome, fates.remove(&at)))
        .collect())
}

fn generated(case: &Case) -> Outcome {
    let entry = Entry::text(case.name.clone(), case.schema.clone());
    generate(entry, &NoLoader, &Config::new().out("schema.rs"))
}

fn module((at, outcome): (usize, &Outcome)) -> Option<Module> {
    let code = outcome.code.as_ref().ok()?;
    Some(Module {
        name: format!("c{at}"),
        text: code.text.clone(),
        root: code.root.clone(),
    })
}

type Answered = Result<Vec<Value>, Refused>;

/// Builds a program, and asks it about the cases whose modules are in it.
fn ask(
    folder: &Path,
    program: &Program,
    externs: &Externs,
    cases: &[Case],
) -> Result<BTreeMap<usize, Answered>, String> {
    let built = build(folder, program, externs)?;
    let mut answers: BTreeMap<usize, Answered> = BTreeMap::new();
    let (mut owners, mut jobs) = (Vec::new(), Vec::new());
    for module in &program.modules {
        let Some(at) = module.name.strip_prefix('c').and_then(|at| at.parse().ok()) else {
            continue;
        };
        let Some(index) = built.index.get(&module.name) else {
            let said = built.broken.get(&module.name).cloned().unwrap_or_default();
            answers.insert(at, Err(Refused::Compiling(said.join("\n"))));
            continue;
        };
        answers.insert(at, Ok(Vec::new()));
        for job in cases.get(at).map_or(&[][..], |case: &Case| &case.jobs) {
            owners.push(at);
            jobs.push((*index, job.as_str()));
        }
    }
    if let Some(binary) = &built.binary {
        for (owner, answer) in owners.into_iter().zip(probe::answers(binary, &jobs)?) {
            if let Some(Ok(answers)) = answers.get_mut(&owner) {
                answers.push(answer);
            }
        }
    }
    Ok(answers)
}

fn join(outcome: Outcome, answered: Option<Answered>) -> Fate {
    let (code, answered) = match (outcome.code, answered) {
        (Ok(code), Some(answered)) => (code, answered),
        (Ok(code), None) => (code, Ok(Vec::new())),
        (Err(refusal), _) => {
            return Fate {
                refused: Some(Refused::Generating(refusal.text)),
                answers: Vec::new(),
                rules: (0, 0),
            };
        }
    };
    let (answers, refused) = match answered {
        Ok(answers) => (answers, None),
        Err(refused) => (Vec::new(), Some(refused)),
    };
    let lowered = code.text.matches("hit_runtime::rule_found(").count();
    let over_json = code.text.matches("hit_runtime::rule_as_json(").count()
        + code.text.matches("hit_runtime::rules_as_json(").count();
    Fate {
        refused,
        answers,
        rules: (lowered, over_json),
    }
}
