//! What is kept of what was tried.

use std::collections::{BTreeMap, BTreeSet};

use super::bases::Base;
use super::edges::Candidate;
use super::sink::{Document, Sink};
use super::source::Source;
use crate::case::Axis;
use crate::schema::Proven;

/// Documents kept of one check at one place, for either verdict.
const KEPT: usize = 10;

/// Keeps what is proven: of each recipe one, and then as many as there is room for.
pub fn keep(
    source: &Source<'_>,
    base: &Base,
    tried: Vec<Candidate>,
    rng: &mut fastrand::Rng,
    sink: &mut Sink,
) {
    let mut first = Vec::new();
    let mut rest = Vec::new();
    let mut recipes = BTreeSet::new();
    for candidate in tried {
        match recipes.insert(candidate.recipe.clone()) {
            true => first.push(candidate),
            false => rest.push(candidate),
        }
    }
    rng.shuffle(&mut rest);
    let mut left = BTreeMap::from([(true, KEPT), (false, KEPT)]);
    for (is_first, candidate) in first
        .into_iter()
        .map(|it| (true, it))
        .chain(rest.into_iter().map(|it| (false, it)))
    {
        let Some(text) = base.text.edited_all(&candidate.edits) else {
            continue;
        };
        if !is_first && left.values().all(|left| *left == 0) {
            break;
        }
        if sink.knows(&text, &[]) {
            continue;
        }
        let proof = source.judge(text.as_bytes(), &[]);
        let accepted = proof.proven == Proven::Valid;
        if let Some(left) = left.get_mut(&accepted) {
            if *left == 0 && !is_first {
                continue;
            }
            *left = left.saturating_sub(1);
        }
        let document = Document {
            axis: if accepted {
                Axis::Positive
            } else {
                Axis::Negative
            },
            text,
            headers: Vec::new(),
            recipe: candidate.recipe,
        };
        sink.proven(source, document, proof);
    }
}
