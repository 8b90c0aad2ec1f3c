//! Both schemas, ready for questions.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use hit_runtime::check::{NodeId, Program};

use crate::graph::{Input, PartKey, RuleKey, StateId, build};
use crate::prove::{Budget, Prover};
use crate::schema::Schema;

/// Steps for all questions about places.
const QUESTIONS: usize = 400_000;

/// Both schemas on the table.
pub(crate) struct Table {
    pub(crate) prover: Prover,
    pub(crate) roots: [StateId; 2],
    /// Per side, the states of its nodes.
    pub(crate) nodes: [Vec<Option<StateId>>; 2],
    /// Per side, the states of single keywords.
    pub(crate) parts: [HashMap<PartKey, StateId>; 2],
    /// Per side, the states of single rules.
    pub(crate) rules: [HashMap<RuleKey, StateId>; 2],
    /// Per side, the states of what the rules of a node and all below demand.
    pub(crate) demanded: [HashMap<NodeId, StateId>; 2],
    /// Steps that are left for questions about places.
    pub(crate) questions: usize,
    /// When there is no more time for them, whatever steps are left.
    until: Instant,
}

impl Table {
    /// Time that is left for questions about places.
    pub(crate) fn left(&self) -> Duration {
        self.until.saturating_duration_since(Instant::now())
    }

    /// Whether there is none.
    pub(crate) fn is_late(&self) -> bool {
        self.left().is_zero()
    }
}

/// How schemas are put on the table.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Layout {
    /// Per side, whether documents have only declared members.
    pub(crate) declared_only: [bool; 2],
    /// Whether single keywords have states.
    pub(crate) parts: bool,
}

/// A schema on its way to the table.
pub(crate) fn input<'s>(schema: &'s Schema, program: &'s Program) -> Input<'s> {
    Input {
        program,
        root: schema.root,
        missing: &schema.missing,
        rules: &schema.ruleset.terms,
        declared_only: false,
        parts: false,
    }
}

/// Puts two schemas on the table.
pub(crate) fn table<'s>(old: &'s Schema, new: &'s Schema, layout: Layout, budget: Budget) -> Table {
    let [closed_old, closed_new] = layout.declared_only;
    let laid = |schema: &'s Schema, declared_only| Input {
        declared_only,
        parts: layout.parts,
        ..input(schema, &schema.compiled.program)
    };
    let pair = build([laid(old, closed_old), laid(new, closed_new)]);
    Table {
        prover: Prover::new(pair.graph, budget),
        roots: pair.roots,
        nodes: pair.nodes,
        parts: pair.parts,
        rules: pair.rules,
        demanded: pair.demanded,
        questions: QUESTIONS,
        // The verdict comes first, and has a budget of its own.
        until: Instant::now() + budget.time * 2,
    }
}
