//! Witnesses are believed only when two validators agree.

use std::cell::OnceCell;

use hit_rules::schema::Outside;
use hit_runtime::{Severity, Violation};
use serde_json::Value;

use super::independent::Independent;
use crate::schema::Schema;

/// Judges documents by one schema.
#[derive(Debug)]
pub(crate) struct Judge<'s> {
    pub(crate) schema: &'s Schema,
    independent: OnceCell<Result<Option<Independent>, String>>,
}

impl<'s> Judge<'s> {
    pub(crate) fn new(schema: &'s Schema) -> Self {
        Self {
            schema,
            independent: OnceCell::new(),
        }
    }

    fn independent(&self) -> &Result<Option<Independent>, String> {
        self.independent
            .get_or_init(|| Independent::new(self.schema))
    }

    /// Whether a document is accepted, where the validators agree.
    ///
    /// # Errors
    /// Why there is no verdict.
    pub(crate) fn verdict(&self, document: &Value) -> Result<bool, String> {
        let own = self.schema.accepts(document);
        let own = own.ok_or("the verdict depends on a document that is not available")?;
        match self.independent() {
            Ok(None) => Ok(own),
            Ok(Some(independent)) => match independent.accepts(document) {
                Some(other) if other == own => Ok(own),
                Some(_) => Err("the validators disagree about the document".to_owned()),
                None => Err("the verdict depends on a document that is not available".to_owned()),
            },
            Err(error) => Err(format!(
                "the independent validator refuses the schema: {error}"
            )),
        }
    }

    /// The first rule that refuses a document that the schema accepts. Rules
    /// that need values from outside which are not known refuse nothing.
    pub(crate) fn refused_by(
        &self,
        document: &Value,
        context: Option<&Value>,
    ) -> Option<Violation> {
        let schema = self.schema;
        if schema.rules.is_empty() {
            return None;
        }
        let report = schema.checker.check(schema.root, document);
        let outside = Outside {
            context,
            ..Outside::default()
        };
        let verdict = schema
            .rules
            .check(&schema.checker, schema.root, document, &outside, &report);
        let mut refusing = verdict.violations.into_iter();
        refusing.find(|violation| violation.severity == Severity::Error)
    }

    /// Whether an independent validator takes part.
    pub(crate) fn is_independent(&self) -> bool {
        matches!(self.independent(), Ok(Some(_)))
    }
}
