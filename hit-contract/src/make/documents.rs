//! Positives and single-fault negatives: every change at every place of the
//! valid documents, sorted by what the judges say about the final bytes.

use std::collections::{BTreeMap, BTreeSet};

use hit_diff::{Budget, SampleSettings};
use hit_runtime::Pointer;
use hit_runtime::check::Kind;

use super::bases::Base;
use super::build::{Builder, Plan};
use super::choices::Choosing;
use super::edges::{Candidate, Spot, of_annotation, of_check};
use super::keep::keep;
use super::sink::{Document, Sink};
use super::source::Source;
use super::want::Want;
use crate::case::Axis;
use crate::schema::{Place, nodes_at, places};

/// Places at which one check is tried.
const PLACES: usize = 12;
/// Documents of the drift guard's search for what was not found otherwise.
const SEARCHED: usize = 24;

/// Makes positives and negatives of an endpoint.
pub fn documents(source: &Source<'_>, bases: &[Base], sink: &mut Sink) {
    for base in bases {
        let document = Document {
            axis: Axis::Positive,
            text: base.text.text.clone(),
            headers: Vec::new(),
            recipe: base.recipe.clone(),
        };
        sink.judged(source, document);
    }
    let mut seen = Seen::default();
    let foreign = source.foreign();
    for base in bases {
        around(source, base, &foreign, &mut seen, sink);
    }
    searched(source, sink);
}

/// What was done at earlier documents, by node, check and value.
#[derive(Default)]
struct Seen {
    /// Also, whether it was at the smallest document.
    checks: BTreeSet<(u32, usize, String, bool)>,
    /// Places of each: a schema that refers to itself has the same check at any number.
    count: BTreeMap<(u32, usize), usize>,
    /// Also, the alternative.
    arms: BTreeSet<(u32, usize, String, usize)>,
}

fn around(source: &Source<'_>, base: &Base, foreign: &[String], seen: &mut Seen, sink: &mut Sink) {
    let own = source.schema.own();
    let program = &own.compiled().program;
    let document = base.text.tree.to_value();
    let all = places(program, own.checker(), own.root(), &document);
    let plan = Plan {
        full: true,
        ..Plan::default()
    };
    let mut builder = Builder::new(own, plan, source.seed ^ 1);
    let mut nodes_of: BTreeMap<&Pointer, (Vec<u32>, Want)> = BTreeMap::new();
    for place in &all {
        let (nodes, want) = nodes_of.entry(&place.at).or_insert_with(|| {
            let nodes = nodes_at(&all, &place.at);
            let want = Want::of(program, &nodes, &builder.plan.choices);
            (nodes, want)
        });
        let Some(kind) = kind(source, place) else {
            continue;
        };
        let Some(value) = document.pointer(place.at.as_str()) else {
            continue;
        };
        let at = place.at.as_str();
        let choosing = Choosing {
            base,
            at: &place.at,
            nodes,
            kind,
        };
        let is_new = |arm| {
            let key = (place.node, place.check, at.to_owned(), arm);
            seen.arms.insert(key)
        };
        choosing.make(source, &mut builder, is_new, sink);
        // Which members are there matters for objects, so each set of them counts.
        let members = matches!(kind, Kind::Properties(_)) && base.recipe == "minimal";
        let key = (place.node, place.check, at.to_owned(), members);
        let count = seen.count.entry((place.node, place.check)).or_default();
        if *count >= PLACES || !seen.checks.insert(key) {
            continue;
        }
        *count += 1;
        let spot = Spot {
            at: &place.at,
            value,
            kind,
            want,
            foreign: if place.at.as_str().is_empty() {
                foreign
            } else {
                &[]
            },
        };
        let mut tried = of_check(&spot, &mut builder);
        if place.check == 0 {
            tried.extend(annotation(source, place, &spot));
        }
        keep(source, base, tried, &mut builder.rng, sink);
    }
}

fn kind<'s>(source: &'s Source<'_>, place: &Place) -> Option<&'s Kind> {
    let nodes = &source.schema.own().compiled().program.nodes;
    let check = nodes.get(place.node as usize)?.checks.get(place.check)?;
    Some(&check.kind)
}

/// Corners of a format that is an annotation here.
fn annotation(source: &Source<'_>, place: &Place, spot: &Spot<'_>) -> Vec<Candidate> {
    let compiled = source.schema.own().compiled();
    let info = compiled.info.get(place.node as usize);
    let format = info.and_then(|info| info.format.clone());
    let node = compiled.program.nodes.get(place.node as usize);
    let asserted = node.is_some_and(|node| {
        let mut checks = node.checks.iter();
        checks.any(|check| matches!(check.kind, Kind::Format(_)))
    });
    match format {
        Some(format) if !asserted => of_annotation(spot, &format),
        _ => Vec::new(),
    }
}

/// The search of the drift guard finds documents for keywords that no change violates alone.
fn searched(source: &Source<'_>, sink: &mut Sink) {
    let hard = |kind: &Kind| {
        matches!(
            kind,
            Kind::Not(_)
                | Kind::OneOf(_)
                | Kind::AnyOf(_)
                | Kind::If { .. }
                | Kind::Contains { .. }
                | Kind::UnevaluatedItems(_)
                | Kind::UnevaluatedProperties(_)
                | Kind::DependentRequired(_)
                | Kind::PropertyNames(_)
        )
    };
    let nodes = &source.schema.own().compiled().program.nodes;
    let mut checks = nodes.iter().flat_map(|node| &node.checks);
    if !checks.any(|check| hard(&check.kind)) {
        return;
    }
    let settings = SampleSettings {
        count: SEARCHED,
        seed: source.seed,
        invalid: true,
        budget: Budget {
            steps: 20_000,
            // Steps end the search, so that the same seed finds the same; the clock only guards.
            time: std::time::Duration::from_secs(5),
        },
    };
    let samples = hit_diff::sample(source.schema.own(), settings);
    for sample in samples.into_iter().flatten() {
        let document = Document {
            axis: Axis::Negative,
            text: sample.text,
            headers: Vec::new(),
            recipe: "searched: one keyword violated".to_owned(),
        };
        sink.judged(source, document);
    }
}
