//! The crate `jsonschema`: `covers`, then whether anything is left of the one
//! when the other is taken away.

use jsonschema::Draft;
use jsonschema::canonical::{Containment, Satisfiability};
use serde_json::Value;

use crate::{Answer, Question};

/// Asks it.
pub fn answer(question: &Question) -> Answer {
    let draft = match question.draft.as_str() {
        "draft4" => Draft::Draft4,
        "draft6" => Draft::Draft6,
        "draft7" => Draft::Draft7,
        "2019-09" => Draft::Draft201909,
        _ => Draft::Draft202012,
    };
    let canonical = |schema: &Value| {
        jsonschema::canonical::options()
            .with_draft(draft)
            .should_validate_formats(question.formats)
            .offline()
            .canonicalize(schema)
            .map_err(|error| error.to_string())
    };
    let pair = canonical(&question.narrow).and_then(|one| Ok((one, canonical(&question.wide)?)));
    let (narrow, wide) = match pair {
        Ok(pair) => pair,
        Err(error) => return Answer::Undecided(error),
    };
    match wide.covers(&narrow) {
        Ok(Containment::Yes) => return Answer::Compatible,
        Ok(Containment::No) => return Answer::Breaking(None),
        Err(error) => return Answer::Undecided(error.to_string()),
        Ok(_) => {}
    }
    match narrow.subtract(&wide).map(|left| left.satisfiability()) {
        Ok(Satisfiability::No) => Answer::Compatible,
        Ok(Satisfiability::Yes) => Answer::Breaking(None),
        Ok(_) => Answer::Undecided("unknown".to_owned()),
        Err(error) => Answer::Undecided(error.to_string()),
    }
}
