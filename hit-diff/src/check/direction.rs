//! One direction: does one schema accept all that another accepts.

use crate::judge::Judge;
use crate::prove::{Budget, Lit, Outcome};
use crate::schema::Schema;

use super::canonical;
use super::table::{Layout, Table, table};
use super::thread::with_stack;
use super::verdict::{Mode, Proof, Verdict};
use super::witness::{Direction, witness};

/// Compares two schemas.
///
/// ```
/// use hit_diff::{Budget, Mode, Schema, Verdict, check};
///
/// let old = Schema::from_text("old", r#"{"type": "integer"}"#)?;
/// let new = Schema::from_text("new", r#"{"type": "number"}"#)?;
/// assert!(check(&old, &new, Mode::Backward, Budget::default()).is_compatible());
///
/// let Verdict::Breaking { witness } = check(&old, &new, Mode::Forward, Budget::default()) else {
///     panic!("a fraction is no integer");
/// };
/// assert!(new.accepts(&witness.document) == Some(true));
/// # Ok::<(), hit_diff::SchemaError>(())
/// ```
pub fn check(old: &Schema, new: &Schema, mode: Mode, budget: Budget) -> Verdict {
    let work = || {
        let mut table = table(old, new, Layout::default(), budget);
        let judges = [old, new].map(Judge::new);
        run(&mut table, &judges, mode, budget)
    };
    with_stack(work).unwrap_or_else(|| Verdict::Undecided {
        reason: "the comparison did not come to an end".to_owned(),
        places: Vec::new(),
    })
}

/// Compares what is on the table.
pub(crate) fn run(
    table: &mut Table,
    judges: &[Judge<'_>; 2],
    mode: Mode,
    budget: Budget,
) -> Verdict {
    if table.roots[0] == table.roots[1] {
        return Verdict::Compatible { proof: Proof::Same };
    }
    if mode != Mode::Full {
        return directed(table, judges, mode);
    }
    let backward = directed(table, judges, Mode::Backward);
    if backward.is_breaking() {
        return backward;
    }
    table.prover.grant(budget);
    let forward = directed(table, judges, Mode::Forward);
    match (&backward, &forward) {
        (Verdict::Compatible { proof }, Verdict::Compatible { proof: other }) => {
            Verdict::Compatible {
                proof: *proof.max(other),
            }
        }
        (_, Verdict::Breaking { .. }) | (Verdict::Compatible { .. }, _) => forward,
        _ => backward,
    }
}

/// Compares in one direction.
pub(crate) fn directed(table: &mut Table, judges: &[Judge<'_>; 2], mode: Mode) -> Verdict {
    let [old, new] = judges;
    let (narrow, wide, roots) = match mode {
        Mode::Forward => (new, old, [table.roots[1], table.roots[0]]),
        _ => (old, new, table.roots),
    };
    let direction = Direction { narrow, wide, mode };
    let goal = vec![Lit::yes(roots[0]), Lit::no(roots[1])];
    let (found, reason) = match table.prover.solve(goal.clone()) {
        Outcome::Empty => {
            return Verdict::Compatible {
                proof: Proof::Inclusion,
            };
        }
        Outcome::Found(document) => match direction.refuted(&document, None) {
            Ok(refusal) => return witness(&direction, document, None, &refusal),
            Err(reason) => {
                let reason = format!("`{document}` seems to be lost, but {reason}");
                (Some(document), reason)
            }
        },
        Outcome::Open(gap) => (None, gap.to_string()),
    };
    if direction.has_rules() {
        let guess = found.or_else(|| table.prover.guess(goal));
        if let Some(verdict) = direction.seek(guess) {
            return verdict;
        }
    } else if canonical::covers(narrow.schema, wide.schema) {
        return Verdict::Compatible {
            proof: Proof::Canonical,
        };
    }
    Verdict::Undecided {
        reason,
        places: Vec::new(),
    }
}
