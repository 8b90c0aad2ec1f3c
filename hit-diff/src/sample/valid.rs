//! Documents a schema accepts.

use serde_json::Value;

use super::data::{NoSample, Sample, SampleSettings};
use super::rng::Rng;
use super::wish::Wishes;
use crate::check::{Layout, Table, table};
use crate::judge::Judge;
use crate::prove::{Budget, Lit, Outcome};
use crate::rules::{Claim, seek};
use crate::schema::Schema;

/// Attempts per sample at one that is unlike those before.
const TRIES: usize = 8;

/// Steps for a wish: most are granted at once or not at all.
const WISH: Budget = Budget {
    steps: 20_000,
    time: std::time::Duration::from_secs(4),
};

/// Samples that are accepted.
pub(super) fn valid(schema: &Schema, settings: SampleSettings) -> Result<Vec<Sample>, NoSample> {
    let mut table = table(schema, schema, Layout::default(), settings.budget);
    let judge = Judge::new(schema);
    let mut rng = Rng::new(settings.seed);
    let mut samples: Vec<Sample> = Vec::new();
    let plain = plain(&mut table, &judge, settings.budget)?;
    while samples.len() < settings.count {
        let fresh = (0..TRIES).find_map(|_| {
            let sample = wished(&mut table, &judge, &mut rng)?;
            let known = samples.iter().any(|other| other.text == sample.text);
            (!known).then_some(sample)
        });
        match fresh {
            Some(sample) => samples.push(sample),
            None if samples.iter().any(|sample| sample.text == plain.text) => break,
            None => samples.push(plain.clone()),
        }
    }
    Ok(samples)
}

/// The smallest document, without wishes.
fn plain(table: &mut Table, judge: &Judge<'_>, budget: Budget) -> Result<Sample, NoSample> {
    table.prover.grant(budget);
    match find(table, judge, vec![Lit::yes(table.roots[0])]) {
        Outcome::Empty => Err(NoSample::None),
        Outcome::Open(gap) => Err(NoSample::Unknown(gap.to_string())),
        Outcome::Found(document) => match checked(judge, &document) {
            Err(NoSample::Ruled(id)) => ruled(judge, document).ok_or(NoSample::Ruled(id)),
            checked => checked,
        },
    }
}

/// A document that meets a goal; rules that cannot be put as conditions are
/// left aside.
fn find(table: &mut Table, judge: &Judge<'_>, goal: Vec<Lit>) -> Outcome {
    match table.prover.solve(goal.clone()) {
        Outcome::Open(gap) if !judge.schema.rules.is_empty() => {
            let guess = table.prover.guess(goal);
            guess.map_or(Outcome::Open(gap), Outcome::Found)
        }
        outcome => outcome,
    }
}

/// A document close to another that rules accept too.
fn ruled(judge: &Judge<'_>, document: Value) -> Option<Sample> {
    let schema = judge.schema;
    let info = schema.compiled.info.get(schema.root as usize);
    let examples = info
        .into_iter()
        .flat_map(|info| info.examples.iter().cloned());
    let claim = Claim {
        documents: std::iter::once(document).chain(examples).collect(),
        literals: schema.ruleset.literals.clone(),
        ..Claim::default()
    };
    let found = seek(&claim, |outer| {
        let accepted = schema.accepts(&outer.document) == Some(true);
        accepted
            .then(|| checked(judge, &outer.document).ok())
            .flatten()
    });
    found.map(|(_, sample)| sample)
}

fn wished(table: &mut Table, judge: &Judge<'_>, rng: &mut Rng) -> Option<Sample> {
    let root = table.roots[0];
    let ruled = !judge.schema.rules.is_empty();
    table.prover.grant(WISH);
    let mut wishes = Wishes {
        prover: &mut table.prover,
        rng,
    };
    let mut goal = vec![Lit::yes(root)];
    let mut best = None;
    for part in wishes.parts(root) {
        goal.push(Lit::yes(part));
        let outcome = match ruled {
            true => table.prover.guess(goal.clone()).map(Outcome::Found),
            false => Some(table.prover.solve(goal.clone())),
        };
        match outcome {
            Some(Outcome::Found(document)) => best = Some(document),
            _ => {
                goal.pop();
            }
        }
    }
    checked(judge, &best?).ok()
}

/// The sample, where both validators accept its bytes, and no rule refuses it.
fn checked(judge: &Judge<'_>, document: &Value) -> Result<Sample, NoSample> {
    let (text, parsed) = bytes(document)?;
    if let Some(rule) = judge.refused_by(&parsed, None) {
        return Err(NoSample::Ruled(rule.code));
    }
    match judge.verdict(&parsed) {
        Ok(true) => Ok(Sample {
            text,
            violation: None,
            independent: judge.is_independent(),
        }),
        Ok(false) => Err(NoSample::Disputed("the validators refuse it".to_owned())),
        Err(reason) => Err(NoSample::Disputed(reason)),
    }
}

/// The bytes of a document, and what they say when they are read.
pub(super) fn bytes(document: &Value) -> Result<(String, Value), NoSample> {
    let text = document.to_string();
    let parsed = serde_json::from_str(&text);
    let parsed =
        parsed.map_err(|error| NoSample::Disputed(format!("it cannot be read: {error}")))?;
    Ok((text, parsed))
}
