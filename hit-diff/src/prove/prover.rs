//! Is there a value that these states accept and those refuse?
//!
//! A tableau: conditions are taken apart kind by kind of value; alternatives
//! are tried; members and items become questions of their own, asked once. A
//! question that leads back to itself has no finite answer that way, so it
//! counts as empty there.

use std::collections::HashMap;
use std::rc::Rc;

use serde_json::Value;

use crate::graph::{Eval, Graph, Head, Kind, KindSet, Patterns};
use crate::language::Nfa;

use super::branch::{Branch, KeyWanted};
use super::budget::{Budget, Meter};
use super::outcome::{Alternatives, Gap, Lit, Outcome};

/// Questions nested in one another, at most.
const DEPTH: usize = 160;

/// Answers questions about a graph.
pub(crate) struct Prover {
    pub(crate) graph: Graph,
    pub(super) patterns: Patterns,
    pub(super) automata: HashMap<String, Option<Rc<Nfa>>>,
    pub(super) meter: Meter,
    pub(super) leaves: HashMap<LeafKey, Outcome>,
    pub(super) keys: HashMap<(Rc<[Lit]>, KeyWanted), Outcome>,
    /// Strings that occur in the schemas.
    pub(super) literals: Vec<String>,
    memo: HashMap<Vec<Lit>, Outcome>,
    stack: HashMap<Vec<Lit>, usize>,
    /// The outermost open question that an answer rested on.
    pub(super) low: usize,
    /// Whether a number's spelling matters (drafts 3 and 4).
    spelling: bool,
    /// Whether rules that cannot be put as conditions may turn out either way.
    pub(super) guessing: bool,
    guesses: (HashMap<Vec<Lit>, Outcome>, HashMap<LeafKey, Outcome>),
}

pub(super) type LeafKey = (Kind, Vec<(crate::graph::AtomId, bool)>);

impl Prover {
    pub(crate) fn new(graph: Graph, budget: Budget) -> Self {
        let splits = |set: KindSet| set.has(Kind::Integer) != set.has(Kind::Whole);
        let spelling = graph
            .atoms
            .iter()
            .any(|atom| matches!(atom.head, Head::Kinds(set) if splits(set)));
        let literals = literals(&graph);
        Self {
            graph,
            patterns: Patterns::default(),
            automata: HashMap::new(),
            meter: Meter::new(budget),
            leaves: HashMap::new(),
            keys: HashMap::new(),
            literals,
            memo: HashMap::new(),
            stack: HashMap::new(),
            low: usize::MAX,
            spelling,
            guessing: false,
            guesses: Default::default(),
        }
    }

    /// Grants a new budget for further questions.
    pub(crate) fn grant(&mut self, budget: Budget) {
        self.meter = Meter::new(budget);
    }

    /// Steps that are left.
    pub(crate) fn left(&self) -> usize {
        self.meter.left()
    }

    /// Looks for a value with rules that cannot be put as conditions left aside:
    /// a guess, to be checked.
    pub(crate) fn guess(&mut self, goal: Vec<Lit>) -> Option<Value> {
        self.turn(true);
        let outcome = self.solve(goal);
        self.turn(false);
        match outcome {
            Outcome::Found(value) => Some(value),
            _ => None,
        }
    }

    /// Answers while guessing are kept apart from proofs.
    fn turn(&mut self, guessing: bool) {
        self.guessing = guessing;
        std::mem::swap(&mut self.memo, &mut self.guesses.0);
        std::mem::swap(&mut self.leaves, &mut self.guesses.1);
    }

    /// The evaluator of conditions.
    pub(crate) fn eval(&mut self) -> Eval<'_> {
        Eval {
            graph: &self.graph,
            patterns: &mut self.patterns,
        }
    }

    /// Answers a question.
    pub(crate) fn solve(&mut self, mut goal: Vec<Lit>) -> Outcome {
        goal.sort_unstable();
        goal.dedup();
        let clash = |pair: &[Lit]| pair[0].state == pair[1].state;
        if goal.windows(2).any(clash) {
            return Outcome::Empty;
        }
        if let Some(known) = self.memo.get(&goal) {
            return known.clone();
        }
        if let Some(depth) = self.stack.get(&goal) {
            self.low = self.low.min(*depth);
            return Outcome::Empty;
        }
        if !self.meter.step() {
            return Outcome::Open(Gap::Budget);
        }
        let depth = self.stack.len();
        if depth >= DEPTH {
            return Outcome::Open(Gap::Depth);
        }
        let outer = std::mem::replace(&mut self.low, usize::MAX);
        self.stack.insert(goal.clone(), depth);
        let outcome = self.by_kind(&goal);
        self.stack.remove(&goal);
        let rests_outside = self.low < depth;
        let keep = match &outcome {
            Outcome::Empty => !rests_outside,
            Outcome::Found(_) => true,
            Outcome::Open(gap) => *gap != Gap::Budget,
        };
        if keep {
            self.memo.insert(goal, outcome.clone());
        }
        self.low = if rests_outside && outcome.is_empty() {
            outer.min(self.low)
        } else {
            outer
        };
        outcome
    }

    fn by_kind(&mut self, goal: &[Lit]) -> Outcome {
        if let Some(outcome) = self.listed(goal) {
            return outcome;
        }
        let mut alternatives = Alternatives::default();
        let goal: Rc<[Lit]> = goal.into();
        for kind in Kind::ALL {
            if kind == Kind::Whole && !self.spelling {
                continue;
            }
            let outcome = self.of_kind(kind, &goal, None);
            if let Some(settled) = alternatives.add(outcome) {
                return settled;
            }
        }
        alternatives.finish()
    }

    /// Answers a question about values of one kind.
    pub(super) fn of_kind(
        &mut self,
        kind: Kind,
        goal: &Rc<[Lit]>,
        key: Option<Rc<KeyWanted>>,
    ) -> Outcome {
        let possible = goal.iter().all(|lit| {
            let mask = self.graph.mask(lit.state);
            match lit.positive {
                true => mask.may.has(kind),
                false => !mask.must.has(kind),
            }
        });
        if !possible {
            return Outcome::Empty;
        }
        let mut branch = Branch::new(kind, goal.clone(), key);
        for lit in goal.iter() {
            if !self.commit(&mut branch, super::branch::Item::State(*lit)) {
                return Outcome::Empty;
            }
        }
        self.search(branch)
    }

    /// The answer where a state lists its values: they are tried one by one.
    fn listed(&mut self, goal: &[Lit]) -> Option<Outcome> {
        let positive = goal.iter().filter(|lit| lit.positive);
        let mut atoms = positive.flat_map(|lit| self.graph.state(lit.state));
        let values = atoms.find_map(|atom| match &self.graph.atom(*atom).head {
            Head::Values(values) => Some(values.clone()),
            _ => None,
        })?;
        let values = values.iter().map(|literal| literal.value.clone());
        let candidates: Vec<Value> = values.flat_map(|value| self.spellings(value)).collect();
        Some(self.first_of(candidates, |prover, value| prover.meets(goal, value)))
    }

    /// A value as it may be spelt where that matters.
    pub(super) fn spellings(&self, value: Value) -> Vec<Value> {
        let Value::Number(number) = &value else {
            return vec![value];
        };
        if !self.spelling {
            return vec![value];
        }
        let exact = crate::graph::Exact::of(number);
        let both = [false, true].map(|whole| exact.to_json(whole).map(Value::Number));
        both.into_iter().flatten().collect()
    }

    /// Whether a value is of a kind. Where spelling does not matter, there is
    /// one kind of whole numbers, whatever they are written as.
    pub(super) fn is_of(&self, kind: Kind, value: &Value) -> bool {
        match crate::graph::kind_of(value) {
            Kind::Whole if !self.spelling => kind == Kind::Integer,
            found => kind == found,
        }
    }

    /// Whether all of a goal hold for a value.
    pub(super) fn meets(&mut self, goal: &[Lit], value: &Value) -> Option<bool> {
        let mut eval = self.eval();
        let mut outcome = Some(true);
        for lit in goal {
            match eval.state(lit.state, value) {
                Some(accepted) if accepted != lit.positive => return Some(false),
                Some(_) => {}
                None => outcome = None,
            }
        }
        outcome
    }

    /// The first candidate that passes a test.
    pub(super) fn first_of(
        &mut self,
        candidates: Vec<Value>,
        mut test: impl FnMut(&mut Self, &Value) -> Option<bool>,
    ) -> Outcome {
        let mut alternatives = Alternatives::default();
        for candidate in candidates {
            if !self.meter.step() {
                return Outcome::Open(Gap::Budget);
            }
            match test(self, &candidate) {
                Some(true) => return Outcome::Found(candidate),
                Some(false) => {}
                None if self.guessing => return Outcome::Found(candidate),
                None => alternatives.open(Gap::Opaque("a condition".into())),
            }
        }
        alternatives.finish()
    }
}

/// Strings of `enum` and `const`, for formats that cannot be enumerated.
fn literals(graph: &Graph) -> Vec<String> {
    let formats = |atom: &crate::graph::Atom| {
        matches!(
            atom.head,
            Head::Format(_) | Head::Encoding(_) | Head::Media(..)
        )
    };
    if !graph.atoms.iter().any(formats) {
        return Vec::new();
    }
    let values = graph.atoms.iter().filter_map(|atom| match &atom.head {
        Head::Values(values) => Some(values),
        _ => None,
    });
    let texts = values
        .flatten()
        .filter_map(|literal| literal.value.as_str());
    texts.take(64).map(str::to_owned).collect()
}
