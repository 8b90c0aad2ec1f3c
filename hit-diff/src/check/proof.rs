//! Questions about two states on the table.

use serde_json::Value;

use super::table::Table;
use crate::graph::StateId;
use crate::prove::{Budget, Lit, Outcome};

/// Steps for one question about a place.
const STEPS: usize = 40_000;

/// Whether one state accepts all that another does; `None` where that is open.
pub(crate) fn included(table: &mut Table, narrow: StateId, wide: StateId) -> Option<bool> {
    match difference(table, narrow, wide) {
        Ok(None) => Some(true),
        Ok(Some(_)) => Some(false),
        Err(()) => None,
    }
}

/// A value that one state accepts and the other refuses, if there is one.
///
/// # Errors
/// Where that is open.
pub(crate) fn difference(
    table: &mut Table,
    narrow: StateId,
    wide: StateId,
) -> Result<Option<Value>, ()> {
    difference_of(table, &[narrow], wide)
}

/// A value that all of some states accept and another refuses, if there is one.
///
/// # Errors
/// Where that is open.
pub(crate) fn difference_of(
    table: &mut Table,
    narrow: &[StateId],
    wide: StateId,
) -> Result<Option<Value>, ()> {
    let steps = STEPS.min(table.questions);
    table.prover.grant(Budget {
        steps,
        time: table.left(),
    });
    let mut goal: Vec<Lit> = narrow.iter().copied().map(Lit::yes).collect();
    goal.push(Lit::no(wide));
    let outcome = table.prover.solve(goal);
    // Even what is known costs something, or the walk might not end.
    let spent = steps - table.prover.left() + 1;
    table.questions = table.questions.saturating_sub(spent);
    match outcome {
        Outcome::Empty => Ok(None),
        Outcome::Found(value) => Ok(Some(value)),
        Outcome::Open(_) => Err(()),
    }
}
