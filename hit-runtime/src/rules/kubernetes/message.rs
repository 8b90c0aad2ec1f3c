//! The message of a rule that does not hold.

use crate::rules::functions::Dialect;
use crate::rules::interp::{Bindings, evaluate};
use crate::rules::kubernetes::node::Rule;
use crate::rules::value::{Fault, FaultKind, Meter, Value};

/// How long a computed message may be, in bytes.
const MOST_BYTES: usize = 5 << 10;

/// The message of a rule that is false: the computed one, the written one, or the rule.
pub fn of_false<'a>(rule: &'a Rule, bindings: &Bindings<'_, 'a>, meter: &mut Meter) -> String {
    computed(rule, bindings, meter).unwrap_or_else(|| match written(rule) {
        Some(message) => message.to_string(),
        None => format!("failed rule: {}", rule.text.trim()),
    })
}

/// The message of a rule that could not be evaluated.
pub fn of_fault(rule: &Rule, fault: &Fault) -> String {
    let what = written(rule).unwrap_or(rule.text.trim());
    match fault.kind {
        FaultKind::NoSuchOverload => format!(
            "'{fault}': call arguments did not match a supported operator, function or macro signature for rule: {what}"
        ),
        FaultKind::Budget => format!(
            "no further validation rules will be run due to call cost exceeds limit for rule: {what}"
        ),
        _ => format!("{fault} evaluating rule: {what}"),
    }
}

fn written(rule: &Rule) -> Option<&str> {
    rule.message
        .as_deref()
        .map(str::trim)
        .filter(|message| !message.is_empty())
}

fn computed<'a>(rule: &'a Rule, bindings: &Bindings<'_, 'a>, meter: &mut Meter) -> Option<String> {
    let expression = rule.message_expression.as_ref()?;
    let Ok(Value::String(text)) = evaluate(expression, bindings, Dialect::Kubernetes, meter) else {
        return None;
    };
    let text = text.as_str().trim();
    let usable = !text.is_empty() && !text.contains('\n') && text.len() <= MOST_BYTES;
    usable.then(|| text.to_string())
}
