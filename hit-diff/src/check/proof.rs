//! Questions about two states on the table.

use serde_json::Value;

use super::direction::Table;
use crate::graph::StateId;
use crate::prove::{Budget, Lit, Outcome};

/// Steps and time for one question about a place.
const BUDGET: Budget = Budget {
    steps: 40_000,
    time: std::time::Duration::from_millis(250),
};

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
    table.prover.grant(BUDGET);
    match table.prover.solve(vec![Lit::yes(narrow), Lit::no(wide)]) {
        Outcome::Empty => Ok(None),
        Outcome::Found(value) => Ok(Some(value)),
        Outcome::Open(_) => Err(()),
    }
}
