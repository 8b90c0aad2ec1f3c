//! Generated types whose schemas have rules.

use serde::Serialize;
use serde_json::Value;

use crate::model::{Model, check_model};
use crate::place::Place;
use crate::report::{NotEvaluated, Report, Severity, Violation};
use crate::rule_book::{Outside, RuleBook};
use crate::rules::{Fault, Rule, Tried};

/// A generated type whose schema has rules, here or below.
///
/// [`Validate`](crate::Validate) checks everything. Of a value that was just parsed and has not been
/// changed, [`check_rules`](Self::check_rules) gives the same for less: what the schema says was checked by parsing.
pub trait Ruled: Model + Sized {
    /// What the rules need from outside.
    type Context: ?Sized;

    /// The id of a rule about this value that refuses it, of those that need nothing
    /// from outside.
    #[doc(hidden)]
    fn broken(&self) -> Option<String>;

    /// Appends what all rules at and below this value find.
    #[doc(hidden)]
    fn rules_at(
        &self,
        old: Option<&Self>,
        ctx: &Self::Context,
        at: &Place<'_>,
        report: &mut Report,
    );

    /// What the rules find, and which were not evaluated; without what the schema says
    /// besides.
    fn check_rules(&self, ctx: &Self::Context) -> Report {
        let mut report = Report::default();
        self.rules_at(None, ctx, &Place::ROOT, &mut report);
        report
    }
}

/// What [`Validate`](crate::Validate) does for these types.
#[doc(hidden)]
pub fn validate_ruled<T: Ruled>(
    value: &T,
    old: Option<&T>,
    ctx: &T::Context,
    at: &Place<'_>,
    report: &mut Report,
) {
    check_model(value, at, report);
    value.rules_at(old, ctx, at, report);
}

/// [`Ruled::broken`], by running the rules over the value as JSON.
#[doc(hidden)]
pub fn broken_as_json<T: Ruled>(value: &T) -> Option<String> {
    let (book, json) = (T::rules()?, serde_json::to_value(value).ok()?);
    let outside = Outside {
        reading: true,
        ..Outside::default()
    };
    let mut report = Report::default();
    book.run(T::NODE, &json, &outside, &mut report);
    let mut violations = report.violations.into_iter();
    let refused = violations.find(|it| it.severity == Severity::Error);
    refused.map(|it| it.code)
}

/// [`Ruled::rules_at`], by running the rules over the value as JSON.
#[doc(hidden)]
pub fn rules_as_json<T: Ruled>(
    value: &T,
    old: Option<&T>,
    context: Option<&Value>,
    at: &Place<'_>,
    report: &mut Report,
) {
    let Some(book) = T::rules() else { return };
    as_json(value, old, context, at, report, |value, outside, found| {
        book.run(T::NODE, value, outside, found);
    });
}

/// What one rule finds, by running it over the value as JSON.
#[doc(hidden)]
pub fn rule_as_json<T: Serialize>(
    book: &dyn RuleBook,
    rule: usize,
    value: &T,
    old: Option<&T>,
    context: impl FnOnce() -> Option<Value>,
    at: &Place<'_>,
    report: &mut Report,
) {
    let context = context();
    as_json(
        value,
        old,
        context.as_ref(),
        at,
        report,
        |value, outside, found| book.run_one(rule, value, outside, found),
    );
}

/// Whether a rule that needs nothing from outside refuses a value, by running it over
/// the value as JSON.
#[doc(hidden)]
pub fn is_broken_as_json<T: Serialize>(book: &dyn RuleBook, rule: usize, value: &T) -> bool {
    let mut report = Report::default();
    rule_as_json(book, rule, value, None, || None, &Place::ROOT, &mut report);
    !report.is_ok()
}

/// Reports the outcome of a lowered rule. What it has to say where it does not hold, and at
/// which elements, is found by running it over the value as JSON.
#[doc(hidden)]
#[inline]
#[allow(clippy::too_many_arguments, reason = "called by generated code alone")]
pub fn rule_found<T: Serialize>(
    book: &dyn RuleBook,
    (number, rule): (usize, &Rule),
    outcome: Tried<bool>,
    value: &T,
    old: Option<&T>,
    context: impl FnOnce() -> Option<Value>,
    at: &Place<'_>,
    report: &mut Report,
) {
    if !matches!(outcome, Ok(true)) {
        found(
            book,
            (number, rule),
            outcome,
            value,
            old,
            context,
            at,
            report,
        );
    }
}

#[cold]
#[allow(clippy::too_many_arguments, reason = "the slow half of the above")]
fn found<T: Serialize>(
    book: &dyn RuleBook,
    (number, rule): (usize, &Rule),
    outcome: Tried<bool>,
    value: &T,
    old: Option<&T>,
    context: impl FnOnce() -> Option<Value>,
    at: &Place<'_>,
    report: &mut Report,
) {
    let mut told = Report::default();
    // What took too long, or is not known, is all there is to say; but for which key of a map is not known.
    let settled =
        |fault: &Fault| *fault == Fault::STEPS || fault.unknown && !fault.leaves_key_open();
    let settled = outcome.as_ref().is_err_and(settled);
    if !settled {
        let failed = outcome == Ok(false);
        let say = |value: &Value, outside: &Outside<'_>, found: &mut Report| {
            book.run_one(number, value, &Outside { failed, ..*outside }, found);
        };
        as_json(value, old, context().as_ref(), at, &mut told, say);
    }
    // Without values to run it over again, what was found stands.
    let refused = !matches!(&outcome, Err(fault) if fault.unknown);
    if settled || refused == told.violations.is_empty() {
        told = Report::default();
        rule.judge(outcome, at, &mut told, || None);
    }
    report.violations.extend(told.violations);
    report.not_evaluated.extend(told.not_evaluated);
}

fn as_json<T: Serialize>(
    value: &T,
    old: Option<&T>,
    context: Option<&Value>,
    at: &Place<'_>,
    report: &mut Report,
    run: impl FnOnce(&Value, &Outside<'_>, &mut Report),
) {
    // What cannot be written was reported as such.
    let Ok(value) = serde_json::to_value(value) else {
        return;
    };
    let old = old.and_then(|old| serde_json::to_value(old).ok());
    let outside = Outside {
        context,
        old: old.as_ref(),
        ..Outside::default()
    };
    let mut found = Report::default();
    run(&value, &outside, &mut found);
    let base = at.pointer();
    let violations = found.violations.into_iter().map(|it| Violation {
        instance: base.then(&it.instance),
        ..it
    });
    report.violations.extend(violations);
    let open = found.not_evaluated.into_iter().map(|it| NotEvaluated {
        instance: base.then(&it.instance),
        ..it
    });
    report.not_evaluated.extend(open);
}
