//! Checked values: what a generated type knows of its schema.

use std::ops::Deref;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::check::{LazyChecker, NodeId};
use crate::report::{Report, Severity, Violation};

/// A type that stands for a schema. Generated types implement this.
pub trait Model: Serialize {
    /// The schema's checks.
    const CHECKS: &'static LazyChecker;
    /// Where in the checks this type's schema is.
    const NODE: NodeId;
}

/// A value that can be checked again after it was changed.
pub trait Validate {
    /// Everything that is wrong with the value as it is now.
    fn validate(&self) -> Report;
}

impl<T: Model> Validate for T {
    fn validate(&self) -> Report {
        match serde_json::to_value(self) {
            Ok(value) => T::CHECKS.get().check(T::NODE, &value),
            Err(error) => failure(format!("the value cannot be written as JSON: {error}")),
        }
    }
}

/// A document that cannot be judged at all.
fn failure(message: String) -> Report {
    let violation = Violation {
        code: "json".to_owned(),
        severity: Severity::Error,
        instance: crate::Pointer::root(),
        schema: String::new(),
        message,
        span: None,
    };
    Report {
        violations: vec![violation],
    }
}

/// Reads JSON text, or says everything that is wrong with it.
///
/// The happy road is one pass; only a refused text is read a second time, for
/// the complete report.
///
/// # Errors
/// All violations, with line and column.
pub fn from_slice<T: Model + DeserializeOwned>(text: &[u8]) -> Result<T, Report> {
    serde_json::from_slice(text).map_err(|error| {
        let report = explain_text::<T>(text);
        if report.is_ok() {
            failure(error.to_string())
        } else {
            report
        }
    })
}

/// Everything that is wrong with a JSON text, with line and column.
pub fn explain_text<T: Model>(text: &[u8]) -> Report {
    crate::explain(T::CHECKS.get(), T::NODE, text)
}

/// A value that was found valid and has not been changed since.
///
/// ```
/// # fn f<T: hit_runtime::Validate>(value: T) -> Result<(), hit_runtime::Report> {
/// let valid = hit_runtime::Valid::new(value)?;
/// # drop(valid); Ok(()) }
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Valid<T>(T);

impl<T: Validate> Valid<T> {
    /// Checks the value.
    ///
    /// # Errors
    /// When an error is found; warnings alone do not refuse it.
    pub fn new(value: T) -> Result<Self, Report> {
        let report = value.validate();
        if report.is_ok() {
            Ok(Self(value))
        } else {
            Err(report)
        }
    }
}

impl<T> Valid<T> {
    /// The value, free to be changed again.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Valid<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
