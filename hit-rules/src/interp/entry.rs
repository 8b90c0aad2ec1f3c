//! Evaluating a whole rule.

use std::collections::BTreeMap;

use crate::functions::Dialect;
use crate::interp::context::Interp;
use crate::typed::Typed;
use crate::value::{Meter, Outcome, Value};

/// The values of variables by name.
pub type Bindings<'b, 'a> = BTreeMap<&'b str, Value<'a>>;

/// A budget that no sensible rule over a document of a few megabytes uses up.
pub const DEFAULT_BUDGET: u64 = 10_000_000;

/// Evaluates a rule.
///
/// # Errors
/// Why there is no value; [`FaultKind::Budget`](crate::value::FaultKind::Budget) when the steps are used up.
///
/// ```
/// use hit_rules::{Bindings, Environment, compile, evaluate, functions::Dialect, types::Type, value::{Meter, Value}};
/// let environment = Environment::default().with("n", Type::Int);
/// let rule = compile("n * 2 > 5", &environment).unwrap();
/// let bindings = Bindings::from([("n", Value::Int(3))]);
/// let value = evaluate(&rule.root, &bindings, Dialect::Standard, &mut Meter::new(1000)).unwrap();
/// assert!(matches!(value, Value::Bool(true)));
/// ```
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
