//! What the prover finds out.

use std::fmt;
use std::rc::Rc;

use serde_json::Value;

use crate::graph::StateId;

/// Why a question stays open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Out of steps or time.
    Budget,
    /// Subschemas nest too deep.
    Depth,
    /// A condition nothing is known of.
    Opaque(Rc<str>),
    /// A rule that cannot be put as conditions.
    Rule(Rc<str>),
    /// A pattern beyond regular languages, or too large.
    Pattern(Rc<str>),
    /// A format, encoding or media type.
    Format(Rc<str>),
    /// Numbers beyond the arithmetic.
    Numbers,
    /// Arrays with demands that interlock.
    Arrays,
    /// Objects with demands that interlock.
    Objects,
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Budget => f.write_str("the budget of steps or time is spent"),
            Self::Depth => f.write_str("subschemas nest too deep"),
            Self::Opaque(name) if name.starts_with("unevaluated:") => {
                f.write_str("what is evaluated depends on too many conditions")
            }
            Self::Opaque(name) => write!(f, "it depends on `{name}`, which is not available"),
            Self::Rule(name) => {
                write!(f, "it depends on {name}, which cannot be put as conditions")
            }
            Self::Pattern(pattern) => write!(f, "the pattern `{pattern}` cannot be analyzed"),
            Self::Format(name) => write!(f, "texts of `{name}` cannot be enumerated"),
            Self::Numbers => f.write_str("numbers beyond exact arithmetic"),
            Self::Arrays => f.write_str("demands on the items of an array interlock"),
            Self::Objects => f.write_str("demands on the members of an object interlock"),
        }
    }
}

/// The answer to: is there a value?
#[derive(Clone, Debug)]
pub(crate) enum Outcome {
    /// There is none.
    Empty,
    /// There is this one.
    Found(Value),
    /// Not known.
    Open(Gap),
}

impl Outcome {
    pub(crate) fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

/// A state that must accept the value, or must refuse it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Lit {
    pub(crate) state: StateId,
    pub(crate) positive: bool,
}

impl Lit {
    pub(crate) fn yes(state: StateId) -> Self {
        Self {
            state,
            positive: true,
        }
    }

    pub(crate) fn no(state: StateId) -> Self {
        Self {
            state,
            positive: false,
        }
    }
}

/// Collects the answers to alternatives: one found is enough, all have to be
/// empty.
#[derive(Debug, Default)]
pub(crate) struct Alternatives {
    gap: Option<Gap>,
}

impl Alternatives {
    /// Takes an answer; hands it back where it settles the question.
    pub(crate) fn add(&mut self, outcome: Outcome) -> Option<Outcome> {
        match outcome {
            Outcome::Found(_) => Some(outcome),
            Outcome::Open(Gap::Budget) => Some(outcome),
            Outcome::Open(gap) => {
                self.gap.get_or_insert(gap);
                None
            }
            Outcome::Empty => None,
        }
    }

    pub(crate) fn open(&mut self, gap: Gap) {
        self.gap.get_or_insert(gap);
    }

    pub(crate) fn finish(self) -> Outcome {
        self.gap.map_or(Outcome::Empty, Outcome::Open)
    }
}
