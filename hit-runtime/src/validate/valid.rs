//! Values that were found valid.

use std::ops::Deref;

use crate::report::{NotEvaluated, Report};
use crate::validate::traits::Validate;

/// A value that was found valid in its context and has not been changed since.
///
/// Rules that were not evaluated do not keep a value from being valid: they are told by
/// [`not_evaluated`](Self::not_evaluated), so that who needs them can insist.
///
/// ```
/// use hit_runtime::{Valid, Validate};
///
/// fn store<T: Validate>(value: T, ctx: &T::Context) -> Result<Valid<T>, hit_runtime::Report> {
///     Valid::new(value, ctx)
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Valid<T> {
    value: T,
    report: Report,
}

impl<T: Validate> Valid<T> {
    /// Checks the value.
    ///
    /// # Errors
    /// When an error is found; warnings alone do not refuse it.
    pub fn new(value: T, ctx: &T::Context) -> Result<Self, Report> {
        let report = value.validate(ctx);
        Self::of(value, report)
    }

    /// Checks the value, and what became of the one before.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn update(value: T, old: &T, ctx: &T::Context) -> Result<Self, Report> {
        let report = value.validate_update(old, ctx);
        Self::of(value, report)
    }
}

impl<T> Valid<T> {
    fn of(value: T, report: Report) -> Result<Self, Report> {
        match report.is_ok() {
            true => Ok(Self { value, report }),
            false => Err(report),
        }
    }

    /// The value, free to be changed again.
    pub fn into_inner(self) -> T {
        self.value
    }

    /// What was found all the same: warnings, and rules that were not evaluated.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// The rules that were not evaluated, because a value from outside was not known.
    pub fn not_evaluated(&self) -> &[NotEvaluated] {
        &self.report.not_evaluated
    }
}

impl<T> Deref for Valid<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
