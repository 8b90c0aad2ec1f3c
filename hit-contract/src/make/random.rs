//! The random phase: several changes at once, wherever they fall. Last, and off by default.

use super::bases::Base;
use super::build::{Builder, Plan};
use super::candidates::anywhere;
use super::sink::{Document, Sink};
use super::source::Source;
use crate::case::Axis;
use crate::text::Text;

/// Attempts per case.
const TRIES: usize = 20;

/// So many cases more.
pub fn random(source: &Source<'_>, bases: &[Base], count: usize, sink: &mut Sink) {
    if count == 0 || bases.is_empty() {
        return;
    }
    let plan = Plan {
        full: true,
        ..Plan::default()
    };
    let mut builder = Builder::new(source.schema.own(), plan, source.seed ^ 2);
    let wanted = sink.cases.len() + count;
    for _ in 0..count.saturating_mul(TRIES) {
        if sink.cases.len() >= wanted {
            return;
        }
        let Some(base) = bases.get(builder.rng.usize(..bases.len())) else {
            return;
        };
        if let Some(text) = mutated(source, base, &mut builder) {
            let document = Document {
                axis: Axis::Random,
                text,
                headers: Vec::new(),
                recipe: format!("random: changes of what is {}", base.recipe),
            };
            sink.judged(source, document);
        }
    }
}

/// One to three changes; a later one is made to what the earlier left.
fn mutated(source: &Source<'_>, base: &Base, builder: &mut Builder<'_>) -> Option<String> {
    let mut text = base.text.clone();
    for _ in 0..builder.rng.usize(1..=3) {
        let tried = anywhere(source, &text, builder);
        let candidate = tried.get(builder.rng.usize(..tried.len().max(1)))?;
        text = Text::read(text.edited_all(&candidate.edits)?)?;
    }
    Some(text.text)
}
