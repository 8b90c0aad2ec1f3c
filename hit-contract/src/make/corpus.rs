//! All cases of an endpoint.

use super::bases::bases;
use super::documents::documents;
use super::literals;
use super::random::random;
use super::rules::rules;
use super::sink::Sink;
use super::source::Source;
use super::spelling::spellings;
use super::wire::{self, Strictness, Wire};

/// How cases are made.
#[derive(Clone, Copy, Debug)]
pub struct Making {
    /// What is left open below JSON.
    pub strict: Strictness,
    /// Cases of the random phase.
    pub random: usize,
}

/// Makes the cases of an endpoint: the same for the same schema, seed and settings.
///
/// Where no document is found that the schema accepts there are none.
pub fn corpus(source: &Source<'_>, method: &str, target: &str, making: Making) -> Sink {
    let mut sink = Sink::new(method, target);
    let bases = bases(source);
    let Some(first) = bases.first() else {
        return sink;
    };
    documents(source, &bases, &mut sink);
    spellings(source, &bases, &mut sink);
    let headers = literals::headers(source.schema.own());
    rules(source, &bases, &headers, &mut sink);
    let mut below = Wire {
        source,
        base: first,
        strict: making.strict,
        sink: &mut sink,
    };
    wire::syntax(&mut below);
    wire::encoding(&mut below);
    wire::repeated(&mut below);
    wire::extreme(&mut below);
    wire::media(&mut below);
    wire::framing(&mut below);
    wire::sizes(&mut below);
    random(source, &bases, making.random, &mut sink);
    sink
}
