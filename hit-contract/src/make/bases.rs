//! Documents that are valid to begin with: minimal, maximal, one of each alternative.

use std::collections::BTreeSet;

use hit_diff::{Budget, SampleSettings};
use serde_json::Value;

use super::build::{Builder, Plan};
use super::candidates::anywhere;
use super::source::Source;
use super::want::Choices;
use crate::text::Text;

/// Alternatives that are tried.
const UNIONS: usize = 200;
/// Steps of a repair.
const STEPS: usize = 6;
/// Documents of the drift guard's search, where none was built.
const SAMPLES: usize = 6;

/// A valid document.
#[derive(Clone, Debug)]
pub struct Base {
    /// The document.
    pub text: Text,
    /// How it was made.
    pub recipe: String,
}

/// Valid documents, the richest first.
pub fn bases(source: &Source<'_>) -> Vec<Base> {
    let mut found = Found {
        source,
        texts: BTreeSet::new(),
        bases: Vec::new(),
    };
    let unions = found.built(
        Plan {
            full: true,
            ..Plan::default()
        },
        "maximal",
    );
    found.built(Plan::default(), "minimal");
    found.alternatives(unions);
    if found.bases.is_empty() {
        found.sampled();
    }
    found.examples();
    found.bases
}

struct Found<'s> {
    source: &'s Source<'s>,
    texts: BTreeSet<String>,
    bases: Vec<Base>,
}

impl Found<'_> {
    /// Builds by a plan; returns the alternatives that were met.
    fn built(&mut self, plan: Plan, recipe: &str) -> BTreeSet<(u32, usize, usize)> {
        let own = self.source.schema.own();
        let mut builder = Builder::new(own, plan, self.source.seed);
        let value = builder.value(&[own.root()]);
        if let Some(text) = repaired(self.source, &value, &mut builder) {
            self.keep(text, recipe);
        }
        builder.unions
    }

    /// A document for each alternative, those inside of alternatives too.
    fn alternatives(&mut self, mut pending: BTreeSet<(u32, usize, usize)>) {
        let mut done = BTreeSet::new();
        while let Some((node, check, count)) = pending.pop_first() {
            for arm in 1..count {
                if done.len() >= UNIONS || !done.insert((node, check, arm)) {
                    continue;
                }
                let plan = Plan {
                    choices: Choices::from([((node, check), arm)]),
                    full: true,
                };
                let recipe = format!("alternative {arm}");
                let met = self.built(plan, &recipe);
                let new = met
                    .into_iter()
                    .filter(|it| !done.iter().any(|known| (known.0, known.1) == (it.0, it.1)));
                pending.extend(new.collect::<Vec<_>>());
            }
        }
    }

    fn sampled(&mut self) {
        let settings = SampleSettings {
            count: SAMPLES,
            seed: self.source.seed,
            invalid: false,
            budget: Budget::default(),
        };
        let samples = hit_diff::sample(self.source.schema.own(), settings);
        for sample in samples.into_iter().flatten() {
            if self.source.faults(&sample.text) == Some(0) {
                self.keep(sample.text, "sampled");
            }
        }
    }

    /// The examples of the schema.
    fn examples(&mut self) {
        let own = self.source.schema.own();
        let info = own.compiled().info.get(own.root() as usize);
        for example in info.into_iter().flat_map(|info| info.examples.clone()) {
            let text = example.to_string();
            if self.source.faults(&text) == Some(0) {
                self.keep(text, "an example of the schema");
            }
        }
    }

    fn keep(&mut self, text: String, recipe: &str) {
        if !self.texts.insert(text.clone()) {
            return;
        }
        if let Some(text) = Text::read(text) {
            let recipe = recipe.to_owned();
            self.bases.push(Base { text, recipe });
        }
    }
}

/// The document, changed until nothing is wrong with it; `None` where that did not succeed.
fn repaired(source: &Source<'_>, value: &Value, builder: &mut Builder<'_>) -> Option<String> {
    let mut text = value.to_string();
    let mut faults = source.faults(&text)?;
    for _ in 0..STEPS {
        if faults == 0 {
            return Some(text);
        }
        let read = Text::read(text.clone())?;
        let better = anywhere(source, &read, builder)
            .into_iter()
            .find_map(|candidate| {
                let text = read.edited_all(&candidate.edits)?;
                let left = source.faults(&text)?;
                (left < faults).then_some((text, left))
            });
        (text, faults) = better?;
    }
    (faults == 0).then_some(text)
}
