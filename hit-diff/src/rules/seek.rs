//! Looks for a document, and values from outside, that rules tell apart.

use serde_json::Value;

use super::mutate::{Pool, mutants};
use super::outside::Outer;

/// Pairs of a document and values from outside that are tried, at most.
const TRIES: usize = 6_000;
/// Documents and contexts that are changed, at most.
const SEEDS: usize = 12;

/// Where the search starts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Claim {
    /// Documents close to what is looked for.
    pub(crate) documents: Vec<Value>,
    /// Values from outside that are allowed; empty where rules ask for none.
    pub(crate) contexts: Vec<Value>,
    /// Constants that rules compare with.
    pub(crate) literals: Vec<Value>,
    /// Names of members that contexts may have.
    pub(crate) names: Vec<String>,
}

/// The first pair that passes a test, and the test's result: the seeds as they
/// are, then with one place changed, then with two.
pub(crate) fn seek<T>(
    claim: &Claim,
    mut test: impl FnMut(&Outer) -> Option<T>,
) -> Option<(Outer, T)> {
    let mut tries = TRIES;
    let mut attempt = |document: &Value, context: Option<&Value>| {
        tries = tries.checked_sub(1)?;
        let outer = Outer {
            document: document.clone(),
            context: context.cloned(),
        };
        let found = test(&outer)?;
        Some((outer, found))
    };
    let seeds = &claim.documents[..claim.documents.len().min(SEEDS)];
    for document in seeds {
        let mut pool = Pool::default();
        claim
            .literals
            .iter()
            .for_each(|literal| pool.learn(literal));
        pool.learn(document);
        for text in ["a", "b", "other"] {
            pool.learn(&Value::from(text));
        }
        let contexts = contexts(claim, &pool);
        for context in &contexts {
            if let Some(found) = attempt(document, context.as_ref()) {
                return Some(found);
            }
        }
        let first = mutants(document, &pool);
        for changed in &first {
            for context in contexts.iter().take(1 + claim.contexts.len()) {
                if let Some(found) = attempt(changed, context.as_ref()) {
                    return Some(found);
                }
            }
        }
        for changed in first.iter().take(SEEDS * SEEDS) {
            for twice in mutants(changed, &pool) {
                if let Some(found) = attempt(&twice, claim.contexts.first()) {
                    return Some(found);
                }
            }
        }
    }
    None
}

/// None, those that are given, and those with one place changed.
fn contexts(claim: &Claim, pool: &Pool) -> Vec<Option<Value>> {
    let mut out = vec![None];
    out.extend(claim.contexts.iter().cloned().map(Some));
    let mut pool = pool.clone();
    pool.names.clone_from(&claim.names);
    for context in claim.contexts.iter().take(SEEDS) {
        out.extend(mutants(context, &pool).into_iter().map(Some));
    }
    out.truncate(TRIES / 8);
    out
}
