//! A share of the work: one schema and its documents, the same for the same
//! number.

use hit_schema::Draft;
use serde_json::Value;

use crate::document::Conform;
use crate::judge::{Tally, judge};
use crate::mutate::mutate;
use crate::schema::{make, vary, words};
use crate::{Dice, Literals};

/// A schema from elsewhere with documents for it.
#[derive(Clone, Debug)]
pub struct Given {
    /// Its draft.
    pub draft: Draft,
    /// The schema.
    pub schema: Value,
    /// Documents of both verdicts.
    pub documents: Vec<Value>,
}

/// The drafts that the crate `jsonschema` knows, too.
pub const DRAFTS: [Draft; 5] = [
    Draft::Draft4,
    Draft::Draft6,
    Draft::Draft7,
    Draft::Draft201909,
    Draft::Draft202012,
];

/// Documents of one schema.
pub const DOCUMENTS: usize = 24;

/// A made-up schema, or one like those given, and documents for it.
pub fn share(seed: u64, number: u64, given: &[Given]) -> Given {
    let mut dice = Dice::new(
        seed.wrapping_mul(0x9E37_79B9_7F4A_7C15)
            .wrapping_add(number),
    );
    if given.is_empty() || dice.one_in(2) {
        let draft = *dice.pick(&DRAFTS);
        let schema = make(&mut dice, draft);
        let documents = documents(&schema, &[], &mut dice);
        return Given {
            draft,
            schema,
            documents,
        };
    }
    let one = dice.pick(given);
    let other = dice.pick(given);
    let schema = vary(&one.schema, &other.schema, one.draft, &mut dice);
    let documents = documents(&schema, &one.documents, &mut dice);
    Given {
        draft: one.draft,
        schema,
        documents,
    }
}

fn documents(schema: &Value, given: &[Value], dice: &mut Dice) -> Vec<Value> {
    let literals = Literals::of(schema);
    let conform = Conform::new(schema, &literals);
    let document = |dice: &mut Dice| {
        let mut document = match given.is_empty() || dice.one_in(2) {
            true => conform.document(dice),
            false => dice.pick(given).clone(),
        };
        match dice.below(8) {
            0 => words::value(dice, 2),
            1..4 => {
                mutate(&mut document, &literals, dice);
                document
            }
            _ => document,
        }
    };
    (0..DOCUMENTS).map(|_| document(dice)).collect()
}

/// Judges shares one after the other.
pub fn judge_share(seed: u64, number: u64, given: &[Given]) -> Tally {
    let share = share(seed, number, given);
    judge(share.draft, &share.schema, &share.documents, false)
}
