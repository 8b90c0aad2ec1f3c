//! Figures.

use std::time::Duration;

use serde_json::{Value, json};

use super::judge::Judged;

/// Figures of all schemas.
#[derive(Default)]
pub(crate) struct Columns {
    pub(crate) schemas: usize,
    pub(crate) generated: usize,
    pub(crate) compiled: usize,
    pub(crate) unavailable: usize,
    /// Valid documents judged right, and all.
    pub(crate) valid: (usize, usize),
    /// Invalid documents judged right, and all.
    pub(crate) invalid: (usize, usize),
    /// Valid and invalid documents of schemas that refer to a missing document.
    pub(crate) beyond: (usize, usize),
    pub(crate) round_trip: usize,
    pub(crate) plain: usize,
    pub(crate) generate: Duration,
    pub(crate) slowest: (Duration, String),
    pub(crate) lines: usize,
    pub(crate) check: Duration,
}

/// Adds up the figures.
pub(crate) fn columns(all: &[Judged<'_>]) -> Columns {
    let mut sum = Columns::default();
    for judged in all {
        sum.schemas += 1;
        sum.generate += judged.outcome.took;
        if judged.outcome.took > sum.slowest.0 {
            sum.slowest = (judged.outcome.took, judged.case.name.clone());
        }
        match &judged.outcome.code {
            Ok(code) => {
                sum.generated += 1;
                sum.compiled += usize::from(judged.errors.is_empty());
                sum.plain += code.plain.len();
                sum.lines += code.text.lines().count();
                sum.check += judged.check;
            }
            Err(refusal) => sum.unavailable += usize::from(refusal.unavailable),
        }
        documents(&mut sum, judged);
    }
    sum
}

/// A document without a verdict is judged wrong.
fn documents(sum: &mut Columns, judged: &Judged<'_>) {
    let beyond = judged
        .outcome
        .code
        .as_ref()
        .is_err_and(|refusal| refusal.unavailable);
    if beyond {
        let valid = judged
            .case
            .documents
            .iter()
            .filter(|(_, valid)| *valid)
            .count();
        sum.beyond.0 += valid;
        sum.beyond.1 += judged.case.documents.len() - valid;
    }
    for (at, (_, valid)) in judged.case.documents.iter().enumerate() {
        let verdict = judged.verdicts.get(at);
        let right = verdict.is_some_and(|verdict| !verdict.crashed && verdict.accepted == *valid);
        let part = if *valid {
            &mut sum.valid
        } else {
            &mut sum.invalid
        };
        part.0 += usize::from(right);
        part.1 += 1;
        sum.round_trip += usize::from(*valid && verdict.is_some_and(|verdict| verdict.back));
    }
}

impl Columns {
    /// The figures as JSON.
    pub(crate) fn json(&self) -> Value {
        json!({
            "schemas": self.schemas,
            "generated": self.generated,
            "compiled": self.compiled,
            "unavailable": self.unavailable,
            "valid": {"right": self.valid.0, "all": self.valid.1, "of_unavailable": self.beyond.0},
            "invalid": {"right": self.invalid.0, "all": self.invalid.1, "of_unavailable": self.beyond.1},
            "round_trip": self.round_trip,
            "plain_json_places": self.plain,
            "generate_seconds": self.generate.as_secs_f64(),
            "slowest_seconds": self.slowest.0.as_secs_f64(),
            "lines": self.lines,
            "check_seconds": self.check.as_secs_f64(),
        })
    }
}

/// Lines and seconds to check.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    pub(crate) lines: f64,
    pub(crate) check: f64,
}

/// Medians over the schemas that both generators handle.
pub(crate) struct Medians {
    pub(crate) schemas: usize,
    pub(crate) hit: Cost,
    pub(crate) typify: Cost,
    /// Of the ratios of hit to typify, schema by schema.
    pub(crate) ratio: Cost,
}

/// Compares schema by schema.
pub(crate) fn medians(hit: &[Judged<'_>], typify: &[Judged<'_>]) -> Medians {
    let costs = hit.iter().zip(typify);
    let costs = costs.filter_map(|(ours, theirs)| Some((cost(ours)?, cost(theirs)?)));
    let (ours, theirs): (Vec<Cost>, Vec<Cost>) = costs.unzip();
    let both = ours.iter().zip(&theirs);
    let ratios: Vec<Cost> = both
        .map(|(ours, theirs)| Cost {
            lines: ours.lines / theirs.lines,
            check: ours.check / theirs.check,
        })
        .collect();
    Medians {
        schemas: ratios.len(),
        hit: median(&ours),
        typify: median(&theirs),
        ratio: median(&ratios),
    }
}

/// What a schema costs that is handled: its code compiles.
fn cost(judged: &Judged<'_>) -> Option<Cost> {
    let code = judged.outcome.code.as_ref().ok()?;
    judged.errors.is_empty().then(|| Cost {
        lines: code.text.lines().count().max(1) as f64,
        check: judged.check.as_secs_f64(),
    })
}

fn median(costs: &[Cost]) -> Cost {
    let middle = |part: fn(&Cost) -> f64| {
        let mut values: Vec<f64> = costs.iter().map(part).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
    };
    Cost {
        lines: middle(|cost| cost.lines),
        check: middle(|cost| cost.check),
    }
}
