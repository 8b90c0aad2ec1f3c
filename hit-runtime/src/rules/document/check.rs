//! Running the rules of a schema over a document.

use std::collections::BTreeSet;

use crate::check::{Checker, NodeId, Program};
use crate::pointer::Pointer;
use crate::report::{Report, Severity};
use serde_json::Value;

use crate::rule_book::Outside;
use crate::rules::document::data::Rules;
use crate::rules::document::outside::Verdict;
use crate::rules::interp::DEFAULT_BUDGET;
use crate::rules::value::{Meter, Value as RuleValue, bind};

/// The steps that all rules may take over one document.
pub(super) const BUDGET: u64 = 2 * DEFAULT_BUDGET;

impl Rules {
    /// Runs the rules over a document that `checker`, of the same schema, has
    /// checked against `root`; `report` is what it found. Rules that read
    /// something of which the report complains are not evaluated.
    pub fn check<'a>(
        &'a self,
        program: &Program,
        checker: &Checker,
        root: NodeId,
        document: &'a Value,
        outside: &Outside<'a>,
        report: &Report,
    ) -> Verdict {
        let mut run = self.start(program, checker, outside, report);
        let mut at = Place::default();
        run.node(root, document, outside.old, &mut at);
        run.kubernetes(root, document, outside.old);
        run.verdict
    }

    /// Runs one rule over a value that is valid without it, by its number in the order of nodes.
    pub fn check_one<'a>(
        &'a self,
        rule: usize,
        program: &Program,
        checker: &Checker,
        value: &'a Value,
        outside: &Outside<'a>,
    ) -> Verdict {
        let mut run = self.start(program, checker, outside, &Report::default());
        let count = self.at.values().flatten().count();
        match self.at.values().flatten().nth(rule) {
            Some(rule) => run.rule(rule, value, outside.old, &Place::default()),
            None => run.one_of_kubernetes(rule.saturating_sub(count), value, outside.old),
        }
        run.verdict
    }

    fn start<'r, 'a>(
        &'a self,
        program: &'r Program,
        checker: &'r Checker,
        outside: &Outside<'a>,
        report: &Report,
    ) -> Run<'r, 'a> {
        let faulty = report
            .violations
            .iter()
            .filter(|violation| violation.severity == Severity::Error)
            .map(|violation| violation.instance.tokens().collect())
            .collect();
        let context = outside
            .context
            .zip(self.context.as_ref())
            .and_then(|(value, context)| bind(value, context, &self.types).ok());
        Run {
            rules: self,
            program,
            checker,
            faulty,
            context,
            reading: outside.reading,
            failed: outside.failed,
            meter: Meter::new(BUDGET),
            scope: Vec::new(),
            seen: BTreeSet::new(),
            verdict: Verdict::default(),
        }
    }
}

/// A place in the document.
#[derive(Default)]
pub(super) struct Place {
    pub(super) tokens: Vec<String>,
}

impl Place {
    pub(super) fn pointer(&self) -> Pointer {
        let mut pointer = Pointer::root();
        self.tokens.iter().for_each(|token| pointer.push(token));
        pointer
    }
}

/// A run over one document.
pub(super) struct Run<'r, 'a> {
    pub(super) rules: &'a Rules,
    pub(super) program: &'r Program,
    pub(super) checker: &'r Checker,
    /// The places that the schema complains about.
    pub(super) faulty: Vec<Vec<String>>,
    pub(super) context: Option<RuleValue<'a>>,
    /// Whether only rules that need nothing from outside have their turn.
    pub(super) reading: bool,
    /// Whether the one rule that is run is known not to hold.
    pub(super) failed: bool,
    pub(super) meter: Meter,
    /// The schema resources entered, outermost first.
    pub(super) scope: Vec<u32>,
    /// The nodes that were run over a value, by its address.
    pub(super) seen: BTreeSet<(NodeId, *const Value)>,
    pub(super) verdict: Verdict,
}
