//! Documents a schema refuses, each for one keyword at one place: the schema
//! without that keyword accepts them.

use hit_runtime::check::{Kind as Demand, NodeId, Program};

use super::data::{NoSample, Sample, SampleSettings};
use super::rng::Rng;
use super::valid::bytes;
use crate::check::input;
use crate::graph::{build, parts_of};
use crate::judge::Judge;
use crate::prove::{Lit, Outcome, Prover};
use crate::schema::Schema;

/// Keywords tried per sample, and as many more.
const ATTEMPTS: usize = 12;

/// Samples that are refused: for a count beyond all, one for each keyword at
/// each place where there is one.
pub(super) fn invalid(schema: &Schema, settings: SampleSettings) -> Result<Vec<Sample>, NoSample> {
    let program = &schema.compiled.program;
    let judge = Judge::new(schema);
    let mut rng = Rng::new(settings.seed);
    let mut targets = targets(program);
    let mut samples: Vec<Sample> = Vec::new();
    let mut gap = None;
    let mut attempts = ATTEMPTS.saturating_add(settings.count.saturating_mul(ATTEMPTS));
    while samples.len() < settings.count && !targets.is_empty() && attempts > 0 {
        attempts -= 1;
        let target = targets.swap_remove(rng.below(targets.len()));
        match violating(schema, &judge, target, settings) {
            Ok(sample) if samples.iter().all(|other| other.text != sample.text) => {
                samples.push(sample);
            }
            Ok(_) | Err(NoSample::None) => {}
            Err(reason) => {
                gap.get_or_insert(reason);
            }
        }
    }
    match samples.is_empty() {
        true => Err(gap.unwrap_or(NoSample::None)),
        false => Ok(samples),
    }
}

/// A keyword, or one member of it: node, check, part.
type Target = (NodeId, usize, usize);

/// All keywords that can be violated on their own.
fn targets(program: &Program) -> Vec<Target> {
    let mut targets = Vec::new();
    for (node, written) in (0..).zip(&program.nodes) {
        for (at, check) in written.checks.iter().enumerate() {
            let parts = match &check.kind {
                // Subschemas have keywords of their own.
                Demand::Ref(_)
                | Demand::AllOf(_)
                | Demand::Properties(_)
                | Demand::PatternProperties(_)
                | Demand::PrefixItems(_)
                | Demand::DynamicRef { .. }
                | Demand::DependentSchemas(_)
                | Demand::If { .. } => 0,
                Demand::Items { node, .. } | Demand::AdditionalProperties { node, .. }
                    if !is_never(program, *node) =>
                {
                    0
                }
                Demand::Required(names) => names.len(),
                _ => 1,
            };
            targets.extend((0..parts).map(|part| (node, at, part)));
        }
    }
    targets
}

fn is_never(program: &Program, node: NodeId) -> bool {
    let node = program.nodes.get(node as usize);
    node.is_some_and(|node| node.checks.iter().any(|check| check.kind == Demand::Never))
}

/// The program without a keyword, or a part of it.
fn relaxed(program: &Program, (node, at, part): Target) -> Option<Program> {
    let mut program = program.clone();
    let checks = &mut program.nodes.get_mut(node as usize)?.checks;
    let kind = &mut checks.get_mut(at)?.kind;
    match kind {
        Demand::Required(names) if names.len() > 1 => {
            names.remove(part);
        }
        kind if parts_of(kind).len() > 1 => return None,
        _ => {
            checks.remove(at);
        }
    }
    Some(program)
}

fn violating(
    schema: &Schema,
    judge: &Judge<'_>,
    target: Target,
    settings: SampleSettings,
) -> Result<Sample, NoSample> {
    let relaxed = relaxed(&schema.compiled.program, target).ok_or(NoSample::None)?;
    let pair = build([
        input(schema, &relaxed),
        input(schema, &schema.compiled.program),
    ]);
    let [loose, tight] = pair.roots;
    let mut prover = Prover::new(pair.graph, settings.budget);
    let goal = vec![Lit::yes(loose), Lit::no(tight)];
    let document = match prover.solve(goal.clone()) {
        Outcome::Found(document) => document,
        Outcome::Empty => return Err(NoSample::None),
        Outcome::Open(gap) => match prover.guess(goal) {
            Some(document) if !schema.rules.is_empty() => document,
            _ => return Err(NoSample::Unknown(gap.to_string())),
        },
    };
    let (text, parsed) = bytes(&document)?;
    if judge.verdict(&parsed).map_err(NoSample::Disputed)? {
        return Err(NoSample::Disputed("the validators accept it".to_owned()));
    }
    if let Some(rule) = judge.refused_by(&parsed, None) {
        return Err(NoSample::Ruled(rule.code));
    }
    let report = schema.checker.check(schema.root, &parsed);
    let [violation] = report.violations.as_slice() else {
        return Err(NoSample::Unknown(
            "more than one keyword refuses it".to_owned(),
        ));
    };
    Ok(Sample {
        text,
        violation: Some(violation.clone()),
        independent: judge.is_independent(),
    })
}
