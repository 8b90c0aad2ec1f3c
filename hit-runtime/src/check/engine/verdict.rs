//! Programs and checkers: the public operations.

use serde_json::Value;

use crate::check::{NodeId, Program};
use crate::{Pointer, Report, Severity, Violation};

use super::checker::Checker;
use super::error::PrepareError;
use super::explain::explain;
use super::limits::MAX_FRAMES;
use super::prepare::{Patterns, prepare};
use super::prepared::Prepared;
use super::run::{Limit, Run};

impl Program {
    /// Makes the program ready to run and compiles every pattern.
    ///
    /// # Errors
    ///
    /// Where the program cannot be checked exactly: a pattern that is none, a
    /// format, encoding or media type that this build does not know, a node
    /// that does not exist.
    pub fn prepare(self) -> Result<Checker, PrepareError> {
        let program = prepare(self, Patterns::Now)?;
        Ok(Checker {
            program,
            broken: None,
        })
    }

    /// Like [`Program::prepare`], but a pattern is compiled when it is first
    /// used. One that turns out to be too large then refuses the value.
    ///
    /// # Errors
    ///
    /// As [`Program::prepare`].
    pub fn prepare_lazily(self) -> Result<Checker, PrepareError> {
        let program = prepare(self, Patterns::WhenUsed)?;
        Ok(Checker {
            program,
            broken: None,
        })
    }
}

impl Checker {
    /// A checker that refuses every value and says why: for places that must
    /// not panic.
    pub fn refusing(error: PrepareError) -> Self {
        Self {
            program: Prepared::default(),
            broken: Some(error),
        }
    }

    /// Whether a node accepts a value. Stops at the first fault.
    pub fn is_valid(&self, node: NodeId, value: &Value) -> bool {
        let mut run = Run::new(&self.program);
        self.broken.is_none() && run.node(node, value, None) && run.limit.is_none()
    }

    /// Everything that is wrong with a value.
    pub fn check(&self, node: NodeId, value: &Value) -> Report {
        if let Some(error) = &self.broken {
            let violation = general("program", error.schema.clone(), &error.reason);
            return vec![violation].into();
        }
        let (mut violations, limit) = explain(&self.program, node, value);
        if let Some(limit) = limit {
            violations.push(limit_violation(&limit));
        }
        if violations.is_empty() && !self.is_valid(node, value) {
            // Reports are made from the same tests; this only guards against a fault in them.
            violations.push(general(
                "invalid",
                String::new(),
                "the value does not match its schema",
            ));
        }
        violations.into()
    }

    /// The first thing that is wrong with a value, if anything is.
    pub fn first(&self, node: NodeId, value: &Value) -> Option<Violation> {
        if self.is_valid(node, value) {
            return None;
        }
        self.check(node, value).violations.into_iter().next()
    }
}

fn limit_violation(limit: &Limit) -> Violation {
    match limit {
        Limit::Depth => {
            let message =
                format!("the document or its schema nests deeper than {MAX_FRAMES} subschemas");
            general("depth", String::new(), &message)
        }
        Limit::Loop => general(
            "loop",
            String::new(),
            "the schema refers to itself without end",
        ),
        Limit::Pattern(reason) => general("pattern", String::new(), reason),
    }
}

fn general(code: &str, schema: String, message: &str) -> Violation {
    Violation {
        code: code.to_owned(),
        severity: Severity::Error,
        instance: Pointer::root(),
        schema,
        message: message.to_owned(),
        span: None,
    }
}
