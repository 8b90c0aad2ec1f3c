//! One direction: does one schema accept all that another accepts.

use std::collections::HashMap;

use crate::graph::{Input, PartKey, StateId, build};
use crate::judge::Judge;
use crate::prove::{Budget, Lit, Outcome, Prover};
use crate::schema::Schema;

use super::canonical;
use super::shrink::shrink;
use super::thread::with_stack;
use super::verdict::{Mode, Proof, Verdict, Witness};

/// Both schemas on the table.
pub(crate) struct Table {
    pub(crate) prover: Prover,
    pub(crate) roots: [StateId; 2],
    /// Per side, the states of its nodes.
    pub(crate) nodes: [Vec<Option<StateId>>; 2],
    /// Per side, the states of single keywords.
    pub(crate) parts: [HashMap<PartKey, StateId>; 2],
}

/// How schemas are put on the table.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Layout {
    /// Per side, whether documents have only declared members.
    pub(crate) declared_only: [bool; 2],
    /// Whether single keywords have states.
    pub(crate) parts: bool,
}

/// Puts two schemas on the table.
pub(crate) fn table(old: &Schema, new: &Schema, layout: Layout, budget: Budget) -> Table {
    fn input(schema: &Schema, declared_only: bool, parts: bool) -> Input<'_> {
        let Schema {
            compiled,
            root,
            missing,
            ..
        } = schema;
        Input {
            program: &compiled.program,
            root: *root,
            missing,
            declared_only,
            parts,
        }
    }
    let [closed_old, closed_new] = layout.declared_only;
    let pair = build([
        input(old, closed_old, layout.parts),
        input(new, closed_new, layout.parts),
    ]);
    Table {
        prover: Prover::new(pair.graph, budget),
        roots: pair.roots,
        nodes: pair.nodes,
        parts: pair.parts,
    }
}

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
    let goal = vec![Lit::yes(roots[0]), Lit::no(roots[1])];
    let reason = match table.prover.solve(goal) {
        Outcome::Empty => {
            return Verdict::Compatible {
                proof: Proof::Inclusion,
            };
        }
        Outcome::Found(document) => match confirmed(narrow, wide, &document) {
            Ok(()) => {
                let document = shrink(document, |document| {
                    confirmed(narrow, wide, document).is_ok()
                });
                let report = wide.schema.checker.check(wide.schema.root, &document);
                return Verdict::Breaking {
                    witness: Box::new(Witness {
                        document,
                        broken: mode,
                        refusal: report.violations.into_iter().next(),
                        independent: narrow.is_independent() && wide.is_independent(),
                    }),
                };
            }
            Err(reason) => format!("`{document}` seems to be lost, but {reason}"),
        },
        Outcome::Open(gap) => gap.to_string(),
    };
    if canonical::covers(narrow.schema, wide.schema) {
        return Verdict::Compatible {
            proof: Proof::Canonical,
        };
    }
    Verdict::Undecided {
        reason,
        places: Vec::new(),
    }
}

/// Whether a document shows that `wide` lost something.
fn confirmed(
    narrow: &Judge<'_>,
    wide: &Judge<'_>,
    document: &serde_json::Value,
) -> Result<(), String> {
    if !narrow.verdict(document)? {
        return Err("the schema it is taken from refuses it".to_owned());
    }
    match wide.verdict(document)? {
        true => Err("the other schema accepts it".to_owned()),
        false => Ok(()),
    }
}
