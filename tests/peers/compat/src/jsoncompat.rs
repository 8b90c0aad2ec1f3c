//! The crate `jsoncompat`, which knows 2020-12: other drafts are put as that
//! first.

use jsoncompat::{CompatibilityResult, Role, SchemaDocument, analyze_compat};

use crate::convert::to_2020;
use crate::{Answer, Question};

/// Asks it. A serializer may change to a schema within the one before: that is
/// the question, the wide one being "before".
pub fn answer(question: &Question) -> Answer {
    let document = |schema| {
        let schema = to_2020(schema, &question.draft);
        SchemaDocument::from_json(&schema).map_err(|error| error.to_string())
    };
    let pair = document(&question.narrow).and_then(|one| Ok((one, document(&question.wide)?)));
    let (narrow, wide) = match pair {
        Ok(pair) => pair,
        Err(error) => return Answer::Undecided(error),
    };
    match analyze_compat(&wide, &narrow, Role::Serializer) {
        Ok(CompatibilityResult::Compatible) => Answer::Compatible,
        Ok(CompatibilityResult::Incompatible { counterexample, .. }) => {
            Answer::Breaking(Some(counterexample))
        }
        Ok(CompatibilityResult::Unknown { reason }) => Answer::Undecided(reason),
        Err(error) => Answer::Undecided(error.to_string()),
    }
}
