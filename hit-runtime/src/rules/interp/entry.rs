//! Evaluating a whole rule.

use std::collections::BTreeMap;

use crate::rules::functions::Dialect;
use crate::rules::interp::context::Interp;
use crate::rules::typed::Typed;
use crate::rules::value::{Meter, Outcome, Value};

/// The values of variables by name.
pub type Bindings<'b, 'a> = BTreeMap<&'b str, Value<'a>>;

/// A budget that no sensible rule over a document of a few megabytes uses up.
pub const DEFAULT_BUDGET: u64 = crate::rules::MOST_STEPS;

/// Evaluates a rule.
///
/// # Errors
/// Why there is no value; [`FaultKind::Budget`](crate::rules::value::FaultKind::Budget) when the steps are used up.
pub fn evaluate<'a>(
    rule: &'a Typed,
    bindings: &Bindings<'_, 'a>,
    dialect: Dialect,
    meter: &mut Meter,
) -> Outcome<'a> {
    evaluate_with(rule, bindings, Vec::new(), dialect, meter)
}

/// Evaluates a part of a rule that stands inside of macros, whose variables have the values `locals`.
///
/// # Errors
/// As [`evaluate`].
pub fn evaluate_with<'a>(
    rule: &'a Typed,
    bindings: &Bindings<'_, 'a>,
    locals: Vec<Value<'a>>,
    dialect: Dialect,
    meter: &mut Meter,
) -> Outcome<'a> {
    Interp {
        variables: bindings,
        locals,
        meter,
        dialect,
    }
    .expression(rule)
}
