//! What was counted.

use std::time::Duration;

use serde_json::{Value, json};

use super::cases::Case;
use super::score::{Answer, Score, score};

/// How many pairs ended how.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally {
    pub(crate) right: usize,
    pub(crate) wrong: usize,
    pub(crate) undecided: usize,
    pub(crate) refuted_labels: usize,
    pub(crate) unsettled: usize,
    pub(crate) all: usize,
    /// Pairs that a known document shows to break: found, all.
    pub(crate) witnessed: (usize, usize),
    /// Pairs worth a look, and why.
    pub(crate) notes: Vec<String>,
}

/// The measurements of one tool.
#[derive(Clone, Debug, Default)]
pub(crate) struct Figures {
    pub(crate) cases: Option<Tally>,
    pub(crate) history: Option<Tally>,
    /// Sorted once all are in.
    pub(crate) times: Vec<Duration>,
}

impl Tally {
    /// Counts an answer. A label that is refuted counts as right: a document
    /// that validators have checked outweighs it.
    pub(crate) fn count(&mut self, case: &Case, answer: &Answer, checked: bool, refuted: bool) {
        self.all += 1;
        if case.witness.is_some() {
            self.witnessed.1 += 1;
            self.witnessed.0 += usize::from(matches!(answer, Answer::Breaking(_)));
        }
        let word = match score(case, answer, checked, refuted) {
            Score::Right => {
                self.right += 1;
                return;
            }
            Score::Refuted => {
                self.right += 1;
                self.refuted_labels += 1;
                "label refuted"
            }
            Score::Unsettled => {
                self.unsettled += 1;
                "against a label without support"
            }
            Score::Wrong => {
                self.wrong += 1;
                "WRONG"
            }
            Score::Undecided => {
                self.undecided += 1;
                "undecided"
            }
        };
        let known = match case.witness {
            Some(_) => " (a witness is known)",
            None => "",
        };
        self.notes
            .push(format!("{word}: {}: {answer:?}{known}", case.id));
    }
}

impl Figures {
    /// The time that a share of all comparisons stay below, in milliseconds.
    pub(crate) fn quantile(&self, share: f64) -> f64 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "an index within the list"
        )]
        let at = (self.times.len().saturating_sub(1) as f64 * share).ceil() as usize;
        let time = self.times.get(at).copied().unwrap_or_default();
        time.as_secs_f64() * 1000.0
    }

    /// The figures under the names of the run `compat`.
    pub(crate) fn to_json(&self) -> Value {
        let cases = self.cases.as_ref().map(|tally| {
            json!({"right": tally.right, "undecided": tally.undecided, "wrong": tally.wrong,
                   "all": tally.all, "refuted_labels": tally.refuted_labels,
                   "unsettled": tally.unsettled})
        });
        let history = self.history.as_ref().map(|tally| {
            let (found, all) = tally.witnessed;
            json!({"decided": tally.all - tally.undecided, "wrong": tally.wrong,
                   "all": tally.all, "witnesses": {"found": found, "all": all}})
        });
        json!({
            "cases": cases, "history": history, "p50_ms": self.quantile(0.5),
            "p99_ms": self.quantile(0.99), "max_ms": self.quantile(1.0),
        })
    }
}
