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

/// Median ratios of hit to typify on the schemas that both handle.
pub(crate) struct Medians {
    pub(crate) schemas: usize,
    pub(crate) lines: f64,
    pub(crate) check: f64,
}

/// Compares schema by schema.
pub(crate) fn medians(hit: &[Judged<'_>], typify: &[Judged<'_>]) -> Medians {
    let (mut lines, mut check) = (Vec::new(), Vec::new());
    for (ours, theirs) in hit.iter().zip(typify) {
        let (Ok(our_code), Ok(their_code)) = (&ours.outcome.code, &theirs.outcome.code) else {
            continue;
        };
        if ours.errors.is_empty() && theirs.errors.is_empty() {
            let count = |text: &str| text.lines().count().max(1) as f64;
            lines.push(count(&our_code.text) / count(&their_code.text));
            check.push(ours.check.as_secs_f64() / theirs.check.as_secs_f64());
        }
    }
    Medians {
        schemas: lines.len(),
        lines: median(lines),
        check: median(check),
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
