//! Verdicts held against what is known.

use serde_json::Value;

use super::cases::Case;

/// What a tool says of a pair.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Answer {
    Compatible,
    /// With the document that shows it, where the tool gives one.
    Breaking(Option<Value>),
    Undecided(String),
}

/// How that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Score {
    /// As labelled, or there is no label.
    Right,
    /// Breaking against the label, shown by a document that two validators
    /// checked: the label is refuted.
    Refuted,
    /// Against a label that neither a document nor a proof supports.
    Unsettled,
    /// Against a document or a proof.
    Wrong,
    Undecided,
}

/// Scores an answer. `checked` is whether the tool's documents count as
/// checked; `refuted`, whether one showed the label to be wrong.
pub(crate) fn score(case: &Case, answer: &Answer, checked: bool, refuted: bool) -> Score {
    let compatible = match answer {
        Answer::Undecided(_) => return Score::Undecided,
        Answer::Compatible => true,
        Answer::Breaking(_) => false,
    };
    let shown = checked && matches!(answer, Answer::Breaking(Some(_)));
    let label = case.label.map(|label| label && !refuted);
    match label {
        None => Score::Right,
        Some(label) if label == compatible => Score::Right,
        Some(_) if shown => Score::Refuted,
        Some(_) if case.firm || refuted => Score::Wrong,
        Some(_) => Score::Unsettled,
    }
}
